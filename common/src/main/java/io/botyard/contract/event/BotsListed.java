package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An admin went through the bots.
 *
 * @param filters what they asked for, as the query's fields, without texts
 */
public record BotsListed(@JsonUnwrapped AccessHead head, String filters) implements AccessEvent {}
