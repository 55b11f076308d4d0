@NullMarked
package dev.keystead.app.transfer;

import org.jspecify.annotations.NullMarked;
