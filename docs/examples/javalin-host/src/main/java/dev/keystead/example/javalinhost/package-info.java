/** Keystead's endpoints in another program's server. */
@NullMarked
package dev.keystead.example.javalinhost;

import org.jspecify.annotations.NullMarked;
