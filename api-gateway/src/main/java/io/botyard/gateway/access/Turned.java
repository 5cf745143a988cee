package io.botyard.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Turns away who is not logged in or may not do this, in the words of every other problem. */
@Component
final class Turned implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver problems;

    Turned(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    void away(HttpServletRequest request, HttpServletResponse response, Rejection why) {
        if (why.code() == ProblemCode.UNAUTHENTICATED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        problems.resolveException(request, response, null, why);
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException unauthenticated) {
        away(request, response, Rejection.of(ProblemCode.UNAUTHENTICATED));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
        away(request, response, Rejection.of(code(denied)));
    }

    private static ProblemCode code(AccessDeniedException denied) {
        return denied instanceof AuthorizationDeniedException known
                        && known.getAuthorizationResult() instanceof TableRule.Denied(ProblemCode code)
                ? code
                : ProblemCode.FORBIDDEN;
    }
}
