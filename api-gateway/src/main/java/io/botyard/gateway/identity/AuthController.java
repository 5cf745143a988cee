package io.botyard.gateway.identity;

import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/auth", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts")
class AuthController {

    /** A session. {@code refreshToken} stays null until sessions can be refreshed. */
    record LoginAnswer(
            String accessToken,
            String tokenType,
            long expiresIn,
            @Nullable String refreshToken,
            User user) {

        @Override
        public String toString() {
            return "LoginAnswer[redacted]";
        }
    }

    record RegisterAnswer(User user) {}

    private final Accounts accounts;
    private final Tokens tokens;
    private final LoginThrottle logins;
    private final RegistrationThrottle registrations;

    AuthController(Accounts accounts, Tokens tokens, LoginThrottle logins, RegistrationThrottle registrations) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.logins = logins;
        this.registrations = registrations;
    }

    @PostMapping(path = "/register", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make an account", operationId = "register")
    RegisterAnswer register(Caller caller, @Valid @RequestBody RegisterBody body) {
        body.checkPassword();
        registrations.count(caller);
        return switch (accounts.register(caller, body)) {
            case Registration.Registered(User user) -> new RegisterAnswer(user);
            case Registration.EmailTaken() -> throw Rejection.of(ProblemCode.EMAIL_TAKEN);
            case Registration.UsernameTaken() -> throw Rejection.of(ProblemCode.USERNAME_TAKEN);
        };
    }

    @PostMapping(path = "/login", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Log in", operationId = "login")
    ResponseEntity<LoginAnswer> logIn(Caller caller, @Valid @RequestBody LoginBody body) {
        try (var attempt = logins.attempt(caller, body.email())) {
            var user = accounts.logIn(caller, body).orElseThrow(attempt::failed);
            attempt.succeeded(user.id());
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(new LoginAnswer(tokens.access(user), "Bearer", Tokens.ACCESS.toSeconds(), null, user));
        }
    }

    @GetMapping("/me")
    @Operation(summary = "Your account", operationId = "me")
    User me(Caller caller) {
        return accounts.of(caller.user()).orElseThrow(() -> Rejection.of(ProblemCode.UNAUTHENTICATED));
    }
}
