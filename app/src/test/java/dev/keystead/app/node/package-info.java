/** Programs of npm that tests run. */
@NullMarked
package dev.keystead.app.node;

import org.jspecify.annotations.NullMarked;
