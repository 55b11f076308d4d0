package dev.keystead.jose;

/**
 * How the cache of verified tokens is used.
 *
 * @param hits tokens that were found verified, since the start
 * @param misses tokens that had to be verified, since the start
 * @param size tokens that are remembered, about
 */
public record TokenCacheUse(long hits, long misses, long size) {}
