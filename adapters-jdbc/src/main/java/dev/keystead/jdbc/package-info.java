/**
 * Storage in a relational database: {@link dev.keystead.jdbc.JdbcStorage} over a pool that the caller brings, or by URL through
 * {@link dev.keystead.jdbc.JdbcStorageProvider}.
 */
@NullMarked
package dev.keystead.jdbc;

import org.jspecify.annotations.NullMarked;
