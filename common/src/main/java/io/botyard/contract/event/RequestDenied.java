package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Somebody asked for what they may not have, or too often: the first of its kind by itself, and those that follow it soon as
 * one that says how many.
 *
 * @param status 401, 403 or 429
 * @param code why, as the answer said it
 * @param route of the newest, as the API's document writes it
 * @param count how many requests that were
 */
public record RequestDenied(@JsonUnwrapped AccessHead head, int status, String code, String route, long count)
        implements AccessEvent {}
