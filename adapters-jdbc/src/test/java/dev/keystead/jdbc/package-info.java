@NullMarked
package dev.keystead.jdbc;

import org.jspecify.annotations.NullMarked;
