package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Somebody read how much bots do, how they fare, or how the workers stand.
 *
 * @param filters which of it, as in the query
 */
public record ActivityRead(@JsonUnwrapped AccessHead head, String filters) implements AccessEvent {}
