package io.botyard.gateway.problems;

import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;

/** What we call a failure of which only the status is known. */
final class Statuses {

    private static final int FIRST_SERVER_ERROR = 500;

    private Statuses() {}

    static Rejection rejection(int status) {
        return Rejection.of(
                switch (status) {
                    case 401 -> ProblemCode.UNAUTHENTICATED;
                    case 403 -> ProblemCode.FORBIDDEN;
                    case 404 -> ProblemCode.NOT_FOUND;
                    case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
                    case 406 -> ProblemCode.NOT_ACCEPTABLE;
                    case 413 -> ProblemCode.BODY_TOO_LARGE;
                    case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
                    // An encoding of the transfer that nobody knows.
                    case 501 -> ProblemCode.MALFORMED_REQUEST;
                    case 503 -> ProblemCode.PART_AWAY;
                    default -> status < FIRST_SERVER_ERROR ? ProblemCode.MALFORMED_REQUEST : ProblemCode.INTERNAL_ERROR;
                });
    }
}
