/** What the framework can do at all. */
@NullMarked
package dev.keystead.performance.limit;

import org.jspecify.annotations.NullMarked;
