package io.botyard.standin;

/**
 * What a server was asked for.
 *
 * @param namespace as it was named; empty where none was
 */
public record Asked(String path, String namespace) {}
