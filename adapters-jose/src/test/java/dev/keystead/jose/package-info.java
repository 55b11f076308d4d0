@NullMarked
package dev.keystead.jose;

import org.jspecify.annotations.NullMarked;
