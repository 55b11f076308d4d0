@NullMarked
package dev.keystead.example.springboot;

import org.jspecify.annotations.NullMarked;
