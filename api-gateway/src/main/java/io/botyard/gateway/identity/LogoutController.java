package io.botyard.gateway.identity;

import io.botyard.contract.SessionId;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.identity.key.AccessTokens;
import io.botyard.gateway.identity.session.RefreshToken;
import io.botyard.gateway.identity.session.RefreshTokens;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Logging out works with whatever is left of a session: access token, refresh token or cookie. */
@RestController
@RequestMapping(path = "/api/auth/logout", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts")
class LogoutController {

    private static final String BEARER = "Bearer ";

    private final Logout logout;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final RefreshCookie cookie;

    LogoutController(Logout logout, AccessTokens accessTokens, RefreshTokens refreshTokens, RefreshCookie cookie) {
        this.logout = logout;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.cookie = cookie;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "End this session now", operationId = "logout")
    @ApiResponse(responseCode = "204", description = "It has ended, if there was one", content = @Content)
    ResponseEntity<Void> logOut(
            Caller caller, @RequestBody(required = false) @Nullable RefreshBody body, HttpServletRequest request) {
        return logOut(caller, Optional.ofNullable(body).map(RefreshBody::refreshToken), request);
    }

    /** Without a body that says anything. */
    @Hidden
    @PostMapping(consumes = "!" + MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> logOut(Caller caller, HttpServletRequest request) {
        return logOut(caller, Optional.empty(), request);
    }

    private ResponseEntity<Void> logOut(Caller caller, Optional<String> refreshToken, HttpServletRequest request) {
        var named = Stream.concat(
                        bearer(request).flatMap(accessTokens::session).stream(),
                        refreshToken.flatMap(this::session).stream())
                .collect(Collectors.toSet());
        // Where something else already says which session, a cookie that is not surely meant is passed over.
        if (named.isEmpty() || cookie.isTrusted(request)) {
            cookie.token(request).flatMap(this::session).ifPresent(named::add);
        }
        named.forEach(session -> logout.byToken(caller, session));
        var answer = ResponseEntity.noContent();
        return cookie.isSent(request)
                ? answer.header(HttpHeaders.SET_COOKIE, cookie.cleared(request).toString())
                        .build()
                : answer.build();
    }

    private Optional<SessionId> session(String refreshToken) {
        return refreshTokens.read(refreshToken).map(RefreshToken::session);
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }
}
