package io.botyard.gateway.bots;

import io.botyard.gateway.access.FieldError;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.operations.AuditAnswer;
import io.botyard.gateway.operations.Export;
import io.botyard.gateway.operations.ExportAnswer;
import tools.jackson.databind.JsonNode;

/** What of audit-service's answers is told to clients. */
public final class AuditAnswers {

    private AuditAnswers() {}

    /** A page of a list, unless what was asked for is not valid. */
    public static JsonNode page(AuditAnswer answer) {
        return switch (answer) {
            case AuditAnswer.Found(JsonNode page) -> page;
            case AuditAnswer.Invalid(JsonNode problem) -> throw invalid(problem);
            case AuditAnswer.Absent _, AuditAnswer.Away _ -> throw Rejection.of(ProblemCode.PART_AWAY);
        };
    }

    /** An export, unless what was asked for is not valid. */
    public static Export export(ExportAnswer answer) {
        return switch (answer) {
            case ExportAnswer.Begun(Export export) -> export;
            case ExportAnswer.Not(AuditAnswer.Invalid(JsonNode problem)) -> throw invalid(problem);
            case ExportAnswer.Not _ -> throw Rejection.of(ProblemCode.PART_AWAY);
        };
    }

    private static Rejection invalid(JsonNode problem) {
        return Rejection.invalid(problem.path("errors")
                .valueStream()
                .map(error -> new FieldError(
                        error.path("field").asString(""),
                        error.path("code").asString("form"),
                        error.path("message").asString("is not valid")))
                .toList());
    }
}
