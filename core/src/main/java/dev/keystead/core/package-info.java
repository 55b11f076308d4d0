/** The door of the library: {@link dev.keystead.core.Keystead}. */
@NullMarked
package dev.keystead.core;

import org.jspecify.annotations.NullMarked;
