package io.botyard.gateway.admin;

import io.botyard.contract.command.AccessBot;
import io.botyard.contract.event.BotAccessed;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.bots.DoneAnswer;
import io.botyard.gateway.bots.Errands;
import io.botyard.gateway.bots.VerifyAnswer;
import io.botyard.gateway.bots.VerifyBody;
import io.botyard.gateway.bots.dispatch.Asking;
import io.botyard.gateway.bots.dispatch.ControlErrand;
import io.botyard.gateway.bots.dispatch.Dispatch;
import io.botyard.gateway.bots.dispatch.Reply;
import io.botyard.gateway.bots.dispatch.Retelling;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What admins do with a user's bot: look into it, verify it, remove it. */
@RestController
@RequestMapping(path = "/api/admin/bots/{user_id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Admin")
class BotAccessController {

    private final Dispatch dispatch;
    private final Errands errands;
    private final Subjects subjects;

    BotAccessController(Dispatch dispatch, Errands errands, Subjects subjects) {
        this.dispatch = dispatch;
        this.errands = errands;
        this.subjects = subjects;
    }

    @PostMapping("/access")
    @Operation(summary = "Ask Telegram who a user's bot is", operationId = "accessBot")
    @ApiResponse(
            responseCode = "200",
            description = "Who it is, or why that is not known; recorded either way",
            content = @Content(schema = @Schema(implementation = AccessAnswer.class)))
    ResponseEntity<Object> access(Caller caller, Asking asking, @PathVariable("user_id") long userId) {
        var user = subjects.user(userId);
        return dispatch.once(
                caller,
                asking,
                new ControlErrand<>(
                        user,
                        origin -> new AccessBot(origin, subjects.bot(user).id()),
                        BotAccessed.class,
                        accessed -> Reply.ok(AccessAnswer.of(accessed))),
                Retelling.change(known -> Reply.ok(AccessAnswer.of(known))));
    }

    @PostMapping(path = "/verify", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Ask Telegram whether a user's token is good", operationId = "verifyUsersBot")
    @ApiResponse(
            responseCode = "200",
            description = "Verified, or why not",
            content = @Content(schema = @Schema(implementation = VerifyAnswer.class)))
    ResponseEntity<Object> verify(
            Caller caller,
            Asking asking,
            @PathVariable("user_id") long userId,
            @Valid @RequestBody(required = false) @Nullable VerifyBody body) {
        var user = subjects.user(userId);
        return errands.verify(caller, asking, user, () -> subjects.bot(user), body);
    }

    @DeleteMapping
    @Operation(summary = "Remove a user's bot and its credentials", operationId = "removeUsersBot")
    @ApiResponse(
            responseCode = "200",
            description = "Removed",
            content = @Content(schema = @Schema(implementation = DoneAnswer.class)))
    ResponseEntity<Object> remove(Caller caller, Asking asking, @PathVariable("user_id") long userId) {
        return errands.remove(caller, asking, subjects.bot(subjects.user(userId)));
    }
}
