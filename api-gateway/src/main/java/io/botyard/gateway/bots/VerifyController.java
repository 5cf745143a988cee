package io.botyard.gateway.bots;

import io.botyard.gateway.access.Caller;
import io.botyard.gateway.bots.dispatch.Asking;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Verifying the caller's bot. */
@RestController
@Tag(name = "Your bot")
class VerifyController {

    private final Errands errands;
    private final CurrentBot current;

    VerifyController(Errands errands, CurrentBot current) {
        this.errands = errands;
        this.current = current;
    }

    @PostMapping(
            path = "/api/user-bot/verify",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Ask Telegram whether the token is good", operationId = "verifyBot")
    @ApiResponse(
            responseCode = "200",
            description = "Verified, or why not",
            content = @Content(schema = @Schema(implementation = VerifyAnswer.class)))
    ResponseEntity<Object> verify(
            Caller caller, Asking asking, @Valid @RequestBody(required = false) @Nullable VerifyBody body) {
        return errands.verify(caller, asking, caller.user(), () -> current.of(caller.user()), body);
    }
}
