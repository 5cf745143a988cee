package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An admin searched the trail.
 *
 * @param filters what they asked for, as the query's fields
 */
public record TrailRead(@JsonUnwrapped AccessHead head, String filters) implements AccessEvent {}
