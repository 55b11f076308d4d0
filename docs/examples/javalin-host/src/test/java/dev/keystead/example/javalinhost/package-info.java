@NullMarked
package dev.keystead.example.javalinhost;

import org.jspecify.annotations.NullMarked;
