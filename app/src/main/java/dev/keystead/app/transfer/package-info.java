/** Exports and imports: the registry, or one organisation of it, as JSON Lines. The format is told in {@code docs/export-format.md}. */
@NullMarked
package dev.keystead.app.transfer;

import org.jspecify.annotations.NullMarked;
