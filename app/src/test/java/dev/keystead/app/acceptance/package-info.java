/** The rules of {@code docs/http-api.md}, each tested over HTTP on every storage that comes with the server. */
@NullMarked
package dev.keystead.app.acceptance;

import org.jspecify.annotations.NullMarked;
