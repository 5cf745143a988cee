package io.botyard.gateway.bots.store;

/** A key that tokens are sealed under, and in how many rows. */
public record KeyRows(int version, boolean newest, long rows) {}
