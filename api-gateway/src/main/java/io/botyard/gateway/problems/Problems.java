package io.botyard.gateway.problems;

import io.botyard.gateway.access.Denials;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.RateLimitFields;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.access.RequestIds;
import io.botyard.secret.CipherUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever ends a request into a problem document. */
@RestControllerAdvice
class Problems {

    static final String RETRY_AFTER_SECONDS = "2";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int SERVICE_UNAVAILABLE = 503;

    private final Denials denials;

    Problems(Denials denials) {
        this.denials = denials;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDocument> problem(Exception failure, HttpServletRequest request) {
        return switch (failure) {
            case AsyncRequestNotUsableException _ -> null;
            case MethodArgumentNotValidException body ->
                answer(Mistakes.in(body.getBindingResult()), HttpHeaders.EMPTY, request);
            case ErrorResponse known ->
                answer(Statuses.rejection(known.getStatusCode().value()), known.getHeaders(), request);
            default -> {
                var rejection = rejection(failure);
                denials.saw(request, rejection);
                yield answer(rejection, HttpHeaders.EMPTY, request);
            }
        };
    }

    static Rejection rejection(Exception failure) {
        return switch (failure) {
            case Rejection rejection -> rejection;
            case HttpMessageNotReadableException body -> Mistakes.in(body);
            case MethodArgumentTypeMismatchException parameter -> Mistakes.in(parameter);
            case RequestRejectedException _, InvalidParameterException _ -> Rejection.of(ProblemCode.MALFORMED_REQUEST);
            case CipherUnavailable _ -> Rejection.of(ProblemCode.PART_AWAY);
            case TransactionException _ -> away(failure);
            case DataAccessException database when isAway(database) -> away(failure);
            default -> fault(failure);
        };
    }

    private static boolean isAway(DataAccessException failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof RecoverableDataAccessException
                // A view of another service that it has not made, or not shown to us, yet.
                || failure instanceof InvalidDataAccessResourceUsageException;
    }

    private static Rejection away(Exception failure) {
        LOG.atWarn().setCause(failure).log("database does not answer");
        return Rejection.of(ProblemCode.PART_AWAY);
    }

    private static Rejection fault(Exception failure) {
        LOG.atError().setCause(failure).log("request failed");
        return Rejection.of(ProblemCode.INTERNAL_ERROR);
    }

    static ResponseEntity<ProblemDocument> answer(
            Rejection rejection, HttpHeaders headers, HttpServletRequest request) {
        var answer = ResponseEntity.status(rejection.code().status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (rejection.code().status() == SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        rejection
                .tooFast()
                .ifPresent(early -> answer.headers(RateLimitFields.of(early.allowances()))
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(RateLimitFields.seconds(early.in()))));
        return answer.body(ProblemDocument.of(rejection, RequestIds.of(request)));
    }
}
