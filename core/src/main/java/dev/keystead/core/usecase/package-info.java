/** What you call: one interface a use case. */
@NullMarked
package dev.keystead.core.usecase;

import org.jspecify.annotations.NullMarked;
