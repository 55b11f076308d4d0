@NullMarked
package dev.keystead.app.process;

import org.jspecify.annotations.NullMarked;
