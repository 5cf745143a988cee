package io.botyard.gateway.bots.dispatch;

import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import java.util.Arrays;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** An operation as audit-service knows it, the way clients may see it. */
public record KnownOperation(JsonNode json) {

    public boolean finished() {
        return json.path("finished_at").isString();
    }

    /** What came of it, unless that is a refusal or a fault of ours, which end the request. */
    public JsonNode done() {
        return switch (json.path("status").asString("")) {
            case "succeeded" -> json.path("result");
            case "refused" ->
                throw Rejection.of(
                        refusal(json.at("/error/code").asString("")),
                        json.at("/error/message").asString(""));
            default -> throw Rejection.of(ProblemCode.INTERNAL_ERROR);
        };
    }

    private static ProblemCode refusal(String code) {
        return Arrays.stream(ProblemCode.values())
                .filter(problem -> problem.name().equals(code.toUpperCase(Locale.ROOT)))
                .findAny()
                .orElse(ProblemCode.INTERNAL_ERROR);
    }
}
