/** What the server logs, for tests. */
@NullMarked
package dev.keystead.app.logs;

import org.jspecify.annotations.NullMarked;
