package io.botyard.gateway.identity;

import io.botyard.contract.SessionId;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.access.Standing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own account. */
@RestController
@RequestMapping(path = "/api/auth", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts")
class ProfileController {

    private final Accounts accounts;
    private final Profiles profiles;

    ProfileController(Accounts accounts, Profiles profiles) {
        this.accounts = accounts;
        this.profiles = profiles;
    }

    @GetMapping("/me")
    @Operation(summary = "Your account", operationId = "me")
    User me(Caller caller) {
        return accounts.of(caller.user()).orElseThrow(() -> Rejection.of(ProblemCode.UNAUTHENTICATED));
    }

    @PatchMapping(path = "/me", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Change your e-mail or username", operationId = "changeMe")
    User change(Caller caller, @Valid @RequestBody ProfileBody body) {
        return switch (profiles.rename(caller, body).orElseThrow(() -> Rejection.of(ProblemCode.UNAUTHENTICATED))) {
            case Registration.Registered(User user) -> user;
            case Registration.EmailTaken() -> throw Rejection.of(ProblemCode.EMAIL_TAKEN);
            case Registration.UsernameTaken() -> throw Rejection.of(ProblemCode.USERNAME_TAKEN);
        };
    }

    @PostMapping(path = "/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Choose a new password; your other sessions end", operationId = "changePassword")
    void changePassword(Caller caller, Standing standing, @Valid @RequestBody PasswordBody body) {
        RegisterBody.checkPassword("new_password", body.newPassword());
        SessionId session = standing.session().orElseThrow(() -> Rejection.of(ProblemCode.SESSION_REQUIRED));
        if (!profiles.changePassword(caller, session, body)) {
            throw Rejection.invalid("current_password", "wrong", "is not your password");
        }
    }
}
