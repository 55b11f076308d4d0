@NullMarked
package dev.keystead.example.quarkus;

import org.jspecify.annotations.NullMarked;
