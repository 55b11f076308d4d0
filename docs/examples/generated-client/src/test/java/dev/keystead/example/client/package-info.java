/** A use of the generated client. */
@NullMarked
package dev.keystead.example.client;

import org.jspecify.annotations.NullMarked;
