package io.botyard.gateway.identity;

import io.botyard.gateway.access.OwnOrigin;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.identity.session.Opened;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The refresh token of a browser: sent to {@code /api/auth} alone, over TLS alone, never from another site, out of
 * reach of scripts. On plain-http loopback, where there is no TLS, it goes without {@code Secure} and its prefix.
 */
@Component
class RefreshCookie {

    private static final String NAME = "botyard_refresh";
    private static final String SECURE_NAME = "__Secure-" + NAME;
    private static final String PATH = "/api/auth";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** As long as a remembered session may rest; the session itself decides. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final OwnOrigin own;

    RefreshCookie(OwnOrigin own) {
        this.own = own;
    }

    /** Kept until the browser closes, unless its user asked to be remembered. */
    ResponseCookie of(Opened opened, HttpServletRequest request) {
        var cookie = named(request, opened.token().text());
        return opened.remember() ? cookie.maxAge(REMEMBERED).build() : cookie.build();
    }

    /** Takes it away again. */
    ResponseCookie cleared(HttpServletRequest request) {
        return named(request, "").maxAge(Duration.ZERO).build();
    }

    boolean isSent(HttpServletRequest request) {
        return value(request).isPresent();
    }

    /**
     * The token in it.
     *
     * @throws Rejection {@code bad_origin} when there is one, but the request is not surely from a page of ours
     */
    Optional<String> token(HttpServletRequest request) {
        var token = value(request);
        if (token.isPresent() && !isTrusted(request)) {
            throw Rejection.of(ProblemCode.BAD_ORIGIN);
        }
        return token;
    }

    /** Our own origin, and a content type that no form can send. */
    boolean isTrusted(HttpServletRequest request) {
        return own.isOurs(request.getHeader(HttpHeaders.ORIGIN), request.getHeader(HttpHeaders.HOST))
                && isJson(request.getContentType());
    }

    private Optional<String> value(HttpServletRequest request) {
        var cookies = request.getCookies();
        return Stream.ofNullable(cookies)
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private ResponseCookie.ResponseCookieBuilder named(HttpServletRequest request, String value) {
        return ResponseCookie.from(name(request), value)
                .httpOnly(true)
                .secure(!isPlainLoopback(request))
                .sameSite("Strict")
                .path(PATH);
    }

    private String name(HttpServletRequest request) {
        return isPlainLoopback(request) ? NAME : SECURE_NAME;
    }

    private boolean isPlainLoopback(HttpServletRequest request) {
        return !own.isSecure() && !request.isSecure() && LOOPBACK.contains(request.getServerName());
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException notAType) {
            return false;
        }
    }
}
