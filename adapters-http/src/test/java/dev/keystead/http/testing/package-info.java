/** What tests of other modules need of this one's. */
@NullMarked
package dev.keystead.http.testing;

import org.jspecify.annotations.NullMarked;
