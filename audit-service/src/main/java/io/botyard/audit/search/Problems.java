package io.botyard.audit.search;

import io.botyard.audit.entry.InvalidQuery;
import io.botyard.audit.entry.KafkaAway;
import io.botyard.audit.entry.proof.CannotVerify;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every failure as a problem document. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "2";

    @ExceptionHandler(InvalidQuery.class)
    ResponseEntity<Object> invalid(InvalidQuery invalid) {
        return answer(Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "validation_failed",
                "Some parameters are not valid.",
                invalid.problems()));
    }

    @ExceptionHandler(CannotVerify.class)
    ResponseEntity<Object> cannotVerify(CannotVerify away) {
        LOG.atWarn().addKeyValue("reason", away.getMessage()).log("no verification");
        return answer(Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE, "verification_unavailable", "The trail cannot be verified right now."));
    }

    @ExceptionHandler(TooManyExports.class)
    ResponseEntity<Object> tooManyExports() {
        return answer(Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE, "exports_running", "Other exports of the trail are running."));
    }

    @ExceptionHandler(DataAccessException.class)
    ResponseEntity<Object> databaseAway(DataAccessException away) {
        LOG.atWarn().addKeyValue("reason", away.getClass().getSimpleName()).log("database away for a read");
        return answer(
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "audit_unavailable", "The trail cannot be read right now."));
    }

    @ExceptionHandler(KafkaAway.class)
    ResponseEntity<Object> kafkaAway(KafkaAway away) {
        LOG.atWarn().addKeyValue("reason", away.getMessage()).log("Kafka away for a read");
        return answer(Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE, "kafka_unavailable", "What waits in Kafka cannot be seen right now."));
    }

    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<Object> bug(RuntimeException bug) {
        LOG.atError().setCause(bug).log("a request failed");
        return answer(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error", "This is our mistake."));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var known = HttpStatus.valueOf(status.value());
        var problem = Problem.of(known, known.name().toLowerCase(Locale.ROOT), known.getReasonPhrase() + ".");
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Object> answer(Problem problem) {
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.body(problem);
    }
}
