package io.botyard.gateway.identity;

import io.botyard.gateway.identity.key.Tokens;
import io.botyard.gateway.identity.session.Opened;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands a session to its client: the access token, and the refresh token where it is wanted. */
@Component
class LoginAnswers {

    private final Tokens tokens;
    private final RefreshCookie cookie;

    LoginAnswers(Tokens tokens, RefreshCookie cookie) {
        this.tokens = tokens;
        this.cookie = cookie;
    }

    ResponseEntity<LoginAnswer> of(User user, Opened opened, RefreshIn where, HttpServletRequest request) {
        var access = tokens.access(user.id(), opened.session());
        var answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        return switch (where) {
            case BODY -> answer.body(body(access, opened.token().text(), user));
            case COOKIE ->
                answer.header(HttpHeaders.SET_COOKIE, cookie.of(opened, request).toString())
                        .body(body(access, null, user));
        };
    }

    private static LoginAnswer body(String access, @Nullable String refresh, User user) {
        return new LoginAnswer(access, "Bearer", Tokens.ACCESS.toSeconds(), refresh, user);
    }
}
