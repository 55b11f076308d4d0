@NullMarked
package dev.keystead.app.cli;

import org.jspecify.annotations.NullMarked;
