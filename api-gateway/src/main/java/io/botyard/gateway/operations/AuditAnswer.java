package io.botyard.gateway.operations;

import tools.jackson.databind.JsonNode;

/** What audit-service says to a question. */
public sealed interface AuditAnswer {

    record Found(JsonNode body) implements AuditAnswer {}

    /** There is no such thing for this caller. */
    record Absent() implements AuditAnswer {}

    /** The question itself is wrong; {@code problem} says how. */
    record Invalid(JsonNode problem) implements AuditAnswer {}

    /** It did not answer in time, or not sensibly. */
    record Away() implements AuditAnswer {}
}
