package io.botyard.gateway.operations;

/** How far a rotation of keys is: rows that are sealed anew, of all that were or are behind. */
public record Progress(long rowsReencrypted, long rowsTotal) {}
