/** Storage in memory, for tests and trials: exact in every rule of the storage contract but durability. */
@NullMarked
package dev.keystead.inmemory;

import org.jspecify.annotations.NullMarked;
