/** What the operator's tools ask a running server. */
@NullMarked
package dev.keystead.app.ops;

import org.jspecify.annotations.NullMarked;
