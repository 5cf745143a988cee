package io.botyard.gateway.identity;

import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.identity.session.Opened;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Making an account, and coming in. */
@RestController
@RequestMapping(path = "/api/auth", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts")
class AuthController {

    record RegisterAnswer(User user) {}

    private final Accounts accounts;
    private final RegistrationSettings registration;
    private final RegistrationThrottle registrations;
    private final LoginThrottle logins;
    private final LoginAnswers answers;

    AuthController(
            Accounts accounts,
            RegistrationSettings registration,
            RegistrationThrottle registrations,
            LoginThrottle logins,
            LoginAnswers answers) {
        this.accounts = accounts;
        this.registration = registration;
        this.registrations = registrations;
        this.logins = logins;
        this.answers = answers;
    }

    @PostMapping(path = "/register", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make an account", operationId = "register")
    RegisterAnswer register(Caller caller, @Valid @RequestBody RegisterBody body) {
        if (!registration.open()) {
            throw Rejection.of(ProblemCode.REGISTRATION_CLOSED);
        }
        RegisterBody.checkPassword("password", body.password());
        registrations.count(caller);
        return switch (accounts.register(caller, body)) {
            case Registration.Registered(User user) -> new RegisterAnswer(user);
            case Registration.EmailTaken() -> throw Rejection.of(ProblemCode.EMAIL_TAKEN);
            case Registration.UsernameTaken() -> throw Rejection.of(ProblemCode.USERNAME_TAKEN);
        };
    }

    @PostMapping(path = "/login", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Log in", operationId = "login")
    ResponseEntity<LoginAnswer> logIn(Caller caller, @Valid @RequestBody LoginBody body, HttpServletRequest request) {
        try (var attempt = logins.attempt(caller, body.email())) {
            return switch (accounts.logIn(caller, body)) {
                case Login.LoggedIn(User user, Opened opened) -> {
                    attempt.succeeded(user.id());
                    yield answers.of(user, opened, body.where(), request);
                }
                case Login.Refused() -> throw attempt.failed();
                case Login.Suspended() -> throw Rejection.of(ProblemCode.ACCOUNT_SUSPENDED);
            };
        }
    }
}
