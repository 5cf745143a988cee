package io.botyard.gateway.identity;

import io.botyard.contract.SessionId;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.IdPaging;
import io.botyard.gateway.access.Page;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.access.Standing;
import io.botyard.gateway.identity.session.Opened;
import io.botyard.gateway.identity.session.Session;
import io.botyard.gateway.identity.session.Sessions;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Going on with a session, and seeing and ending one's own. */
@RestController
@RequestMapping(path = "/api/auth", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts")
class SessionController {

    /**
     * A session as its user sees it.
     *
     * @param expiresAt unless it is refreshed before
     * @param current the one that asks
     */
    record SessionView(
            UUID id,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt,
            boolean rememberMe,
            @Nullable String ip,
            @Nullable String userAgent,
            boolean current) {

        static SessionView of(Session session, Standing caller) {
            return new SessionView(
                    session.id().value(),
                    session.createdAt(),
                    session.lastUsedAt(),
                    session.idleUntil(),
                    session.remember(),
                    session.ip(),
                    session.userAgent(),
                    caller.session().filter(session.id()::equals).isPresent());
        }
    }

    private final Renewals renewals;
    private final RefreshCookie cookie;
    private final LoginAnswers answers;
    private final Sessions sessions;
    private final Logout logout;

    SessionController(Renewals renewals, RefreshCookie cookie, LoginAnswers answers, Sessions sessions, Logout logout) {
        this.renewals = renewals;
        this.cookie = cookie;
        this.answers = answers;
        this.sessions = sessions;
        this.logout = logout;
    }

    @PostMapping(path = "/refresh", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Get the next access and refresh token", operationId = "refresh")
    ResponseEntity<LoginAnswer> refresh(
            Caller caller, @RequestBody(required = false) @Nullable RefreshBody body, HttpServletRequest request) {
        var sent = body == null ? null : body.refreshToken();
        var token = sent == null ? cookie.token(request).orElse("") : sent;
        return switch (renewals.renew(caller, token)) {
            case Login.LoggedIn(User user, Opened opened) ->
                answers.of(user, opened, sent == null ? RefreshIn.COOKIE : RefreshIn.BODY, request);
            case Login.Refused() -> throw Rejection.of(ProblemCode.REFRESH_TOKEN_INVALID);
            case Login.Suspended() -> throw Rejection.of(ProblemCode.ACCOUNT_SUSPENDED);
        };
    }

    /** A form of another site cannot send JSON, and what it can send is not taken with a cookie. */
    @Hidden
    @PostMapping(path = "/refresh", consumes = "!" + MediaType.APPLICATION_JSON_VALUE)
    void refreshAnyhow(HttpServletRequest request) {
        throw Rejection.of(cookie.isSent(request) ? ProblemCode.BAD_ORIGIN : ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @GetMapping("/sessions")
    @Operation(summary = "Where you are logged in", operationId = "sessions")
    Page<SessionView> sessions(
            Standing caller,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "50"))
                    @RequestParam(required = false)
                    @Nullable
                    Integer limit,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam(required = false) @Nullable
                    String cursor) {
        var paging = IdPaging.of(limit, cursor);
        var read = sessions.of(caller.user(), paging.after().map(SessionId::new), paging.read());
        return Page.of(read, paging.limit(), session -> session.id().toString())
                .map(session -> SessionView.of(session, caller));
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a session", operationId = "endSession")
    void end(Caller caller, @PathVariable String id) {
        if (!logout.ofOwn(caller, new SessionId(IdPaging.id(id)))) {
            throw Rejection.of(ProblemCode.NOT_FOUND);
        }
    }
}
