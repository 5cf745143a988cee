package io.botyard.gateway.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.botyard.contract.CommandId;
import io.botyard.gateway.access.FieldError;
import io.botyard.gateway.access.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 has it, with our stable {@code code} and the request's id.
 *
 * @param errors which fields are wrong, when it is about fields
 * @param operationId what to look at, when it is not known whether a command was accepted
 * @param scope whose doing was counted, when it was too much: {@code user}, {@code key}, {@code address} or {@code bot}
 */
record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String requestId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<FieldError> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CommandId operationId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String scope) {

    static ProblemDocument of(Rejection rejection, String requestId) {
        var code = rejection.code();
        return new ProblemDocument(
                "/problems/" + code.code(),
                code.title(),
                code.status(),
                rejection.detail(),
                code.code(),
                requestId,
                rejection.errors().isEmpty() ? null : rejection.errors(),
                rejection.operation().orElse(null),
                rejection.tooFast().map(early -> early.countedBy().scope()).orElse(null));
    }
}
