/** The options: read once, from flags, environment and file, into immutable records. */
@NullMarked
package dev.keystead.app.config;

import org.jspecify.annotations.NullMarked;
