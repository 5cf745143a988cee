package io.botyard.gateway.identity.admin;

import io.botyard.contract.UserId;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.identity.RegisterBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For who forgot their password: a superadmin hands them a token by some other way. */
@RestController
class PasswordResetController {

    private final ResetDesk desk;

    PasswordResetController(ResetDesk desk) {
        this.desk = desk;
    }

    @PostMapping(path = "/api/admin/users/{id}/password-reset", produces = MediaType.APPLICATION_JSON_VALUE)
    @Tag(name = "Superadmin")
    @Operation(summary = "Make a one-time token for a new password", operationId = "issuePasswordReset")
    @ApiResponse(responseCode = "201", description = "The token, good for 30 minutes, shown this once")
    ResponseEntity<ResetAnswer> issue(Caller caller, @PathVariable long id) {
        var answer = Optional.of(id).filter(known -> known > 0).flatMap(known -> desk.issue(caller, new UserId(known)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(answer.orElseThrow(() -> Rejection.of(ProblemCode.NOT_FOUND)));
    }

    @PostMapping(
            path = "/api/auth/password/reset",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Tag(name = "Accounts")
    @Operation(summary = "Choose a new password with a one-time token; all sessions end", operationId = "resetPassword")
    @ApiResponse(responseCode = "204", description = "Chosen")
    ResponseEntity<Void> use(Caller caller, @Valid @RequestBody ResetBody body) {
        RegisterBody.checkPassword("new_password", body.newPassword());
        if (!desk.use(caller, body)) {
            throw Rejection.of(ProblemCode.RESET_TOKEN_INVALID);
        }
        return ResponseEntity.noContent().build();
    }
}
