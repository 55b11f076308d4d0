/** Keystead as beans of a Quarkus application. */
@NullMarked
package dev.keystead.example.quarkus;

import org.jspecify.annotations.NullMarked;
