package io.botyard.gateway.bots;

import io.botyard.contract.command.VerifyBot;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.BotVerificationFailed;
import io.botyard.contract.event.BotVerified;
import io.botyard.contract.event.CallOutcome;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.commands.Origins;
import io.botyard.gateway.operations.Awaited;
import io.botyard.gateway.operations.Replies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Verifying a bot; its test message is a call of its own, and both are waited for together. */
@RestController
@Tag(name = "Your bot")
class VerifyController {

    private static final String TEST = "test_message";

    private record Ended(BotEvent event, Optional<CallOutcome> test) {}

    private final Dispatch dispatch;
    private final Origins origins;
    private final Replies replies;
    private final CurrentBot current;
    private final WhichTelegram telegram;

    VerifyController(
            Dispatch dispatch, Origins origins, Replies replies, CurrentBot current, TelegramSettings telegram) {
        this.dispatch = dispatch;
        this.origins = origins;
        this.replies = replies;
        this.current = current;
        this.telegram = WhichTelegram.of(telegram);
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
    @ApiResponse(
            responseCode = "202",
            description = "Accepted: its operation tells the rest",
            content = @Content(schema = @Schema(implementation = io.botyard.gateway.operations.Operation.class)))
    ResponseEntity<Object> verify(
            Caller caller,
            @Valid @RequestBody(required = false) @Nullable VerifyBody body,
            @RequestHeader(name = Preference.HEADER, required = false) @Nullable List<String> prefer) {
        var test = Optional.ofNullable(body).orElse(VerifyBody.EMPTY).test();
        var bot = current.of(caller.user());
        var preference = Preference.of(prefer, BotController.PATIENCE);
        var command = new VerifyBot(origins.of(caller, preference.waits()), bot.id(), test.orElse(null));
        return ended(command, preference)
                .map(ended -> Dispatch.finished(200, preference, answer(ended)))
                .orElseGet(() -> Dispatch.accepted(command, preference));
    }

    private Optional<Ended> ended(VerifyBot command, Preference preference) {
        try (var verified = replies.expect(command.commandId(), BotEvent.class);
                var sent = replies.expect(command.commandId().derived(TEST), CallOutcome.class)) {
            dispatch.send(command);
            var both = verified.reply()
                    .thenCompose(event -> event instanceof BotVerified && command.testMessage() != null
                            ? sent.reply().thenApply(outcome -> new Ended(event, Optional.of(outcome)))
                            : CompletableFuture.completedFuture(new Ended(event, Optional.empty())));
            return preference.waits() ? Awaited.within(preference.patience(), both) : Optional.empty();
        }
    }

    private VerifyAnswer answer(Ended ended) {
        return switch (Dispatch.done(ended.event())) {
            case BotVerified verified -> VerifyAnswer.of(verified, ended.test(), telegram);
            case BotVerificationFailed failed -> VerifyAnswer.of(failed, telegram);
            case BotEvent other -> throw new IllegalStateException("a verification does not end as " + other.kind());
        };
    }
}
