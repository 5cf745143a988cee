package io.botyard.gateway.access;

/**
 * What is wrong with one field of a request. Never quotes the value.
 *
 * @param field as the client spells it, such as {@code max_requests_per_second}
 * @param code stable, such as {@code required}
 */
public record FieldError(String field, String code, String message) {}
