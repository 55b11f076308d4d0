@NullMarked
package dev.keystead.example.embed;

import org.jspecify.annotations.NullMarked;
