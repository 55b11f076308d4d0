/** The server and its commands. */
@NullMarked
package dev.keystead.app;

import org.jspecify.annotations.NullMarked;
