/** What the steps of a request cost, each by itself. */
@NullMarked
package dev.keystead.performance.steps;

import org.jspecify.annotations.NullMarked;
