/** Values that cannot be wrong, and the rules that are true without a database. */
@NullMarked
package dev.keystead.core.domain;

import org.jspecify.annotations.NullMarked;
