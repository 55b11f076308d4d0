@NullMarked
package dev.keystead.example.rocksdb;

import org.jspecify.annotations.NullMarked;
