package io.botyard.audit.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.botyard.audit.entry.FieldProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param code stable; clients decide by it
 * @param errors what is wrong with which parameter; absent unless parameters are
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String requestId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldProblem> errors) {
    static Problem of(HttpStatus status, String code, String detail) {
        return of(status, code, detail, List.of());
    }

    static Problem of(HttpStatus status, String code, String detail, List<FieldProblem> errors) {
        return new Problem(
                "/problems/" + code,
                status.getReasonPhrase(),
                status.value(),
                detail,
                code,
                RequestIds.current(),
                errors);
    }
}
