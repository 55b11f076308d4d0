/** A storage adapter on RocksDB, as a third party writes it. */
@NullMarked
package dev.keystead.example.rocksdb;

import org.jspecify.annotations.NullMarked;
