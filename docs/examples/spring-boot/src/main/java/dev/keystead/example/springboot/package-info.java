/** Keystead as beans of a Spring Boot application. */
@NullMarked
package dev.keystead.example.springboot;

import org.jspecify.annotations.NullMarked;
