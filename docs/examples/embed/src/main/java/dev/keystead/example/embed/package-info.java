/** Keystead as a library in another program. */
@NullMarked
package dev.keystead.example.embed;

import org.jspecify.annotations.NullMarked;
