package dev.keystead.jdbc;

/**
 * How a pool of connections is used at one moment.
 *
 * @param active connections that are in use
 * @param idle connections that are not
 * @param waiting threads that wait for one
 * @param limit how many connections there may be
 */
public record PoolUse(int active, int idle, int waiting, int limit) {}
