/** The adapter in the real server. */
@NullMarked
package dev.keystead.example.rocksdb.process;

import org.jspecify.annotations.NullMarked;
