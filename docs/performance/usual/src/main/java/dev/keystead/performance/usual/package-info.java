/** Keystead's endpoints as most teams would write them in a day. */
@NullMarked
package dev.keystead.performance.usual;

import org.jspecify.annotations.NullMarked;
