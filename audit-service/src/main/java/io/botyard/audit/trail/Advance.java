package io.botyard.audit.trail;

/**
 * How far one batch moves one position.
 *
 * @param expected the offset to be read next, as this instance believes
 * @param next the offset to be read next, once the batch is kept
 */
record Advance(long expected, long next) {}
