/** Puts the adapters together: the only package that knows more than one of them. */
@NullMarked
package dev.keystead.app.wiring;

import org.jspecify.annotations.NullMarked;
