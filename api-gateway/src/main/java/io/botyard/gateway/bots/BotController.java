package io.botyard.gateway.bots;

import io.botyard.contract.command.RegisterBot;
import io.botyard.contract.command.RemoveBot;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.BotRegistered;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.bots.store.BotViews;
import io.botyard.gateway.commands.Origins;
import io.botyard.gateway.commands.Seals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's bot: bring it, look at it, remove it. */
@RestController
@RequestMapping(path = "/api/user-bot", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Your bot")
class BotController {

    /** How long control commands are waited for unless the client prefers otherwise. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    record RemoveAnswer(boolean success, String message) {}

    private final Dispatch dispatch;
    private final Origins origins;
    private final Seals seals;
    private final CurrentBot current;
    private final BotViews views;
    private final CreateThrottle creates;

    BotController(
            Dispatch dispatch,
            Origins origins,
            Seals seals,
            CurrentBot current,
            BotViews views,
            CreateThrottle creates) {
        this.dispatch = dispatch;
        this.origins = origins;
        this.seals = seals;
        this.current = current;
        this.views = views;
        this.creates = creates;
    }

    @PostMapping(path = "/create", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Bring a bot", operationId = "createBot")
    @ApiResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = CreateAnswer.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Accepted: its operation tells the rest",
            content = @Content(schema = @Schema(implementation = io.botyard.gateway.operations.Operation.class)))
    ResponseEntity<Object> create(
            Caller caller,
            @Valid @RequestBody CreateBody body,
            @RequestHeader(name = Preference.HEADER, required = false) @Nullable List<String> prefer) {
        body.checkMtproto();
        creates.check(caller);
        var preference = Preference.of(prefer, PATIENCE);
        var token = body.token();
        var command = new RegisterBot(
                origins.of(caller, preference.waits()),
                token.botId(),
                body.botUsername(),
                seals.token(caller.user(), token),
                body.apiId() == null || body.apiHash() == null
                        ? null
                        : seals.mtproto(caller.user(), body.apiId(), body.apiHash()),
                body.limits());
        var done = dispatch.ask(command, BotEvent.class, preference).map(Dispatch::done);
        creates.count(caller);
        return done.map(BotRegistered.class::cast)
                .map(bot -> Dispatch.finished(201, preference, CreateAnswer.of(bot)))
                .orElseGet(() -> Dispatch.accepted(command, preference));
    }

    @GetMapping("/status")
    @Operation(summary = "Your bot as it is now", operationId = "botStatus")
    StatusAnswer status(Caller caller) {
        var bot = current.of(caller.user());
        return StatusAnswer.of(bot, views.usage(bot));
    }

    @DeleteMapping("/remove")
    @Operation(summary = "Remove your bot and its credentials", operationId = "removeBot")
    @ApiResponse(
            responseCode = "200",
            description = "Removed",
            content = @Content(schema = @Schema(implementation = RemoveAnswer.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Accepted: its operation tells the rest",
            content = @Content(schema = @Schema(implementation = io.botyard.gateway.operations.Operation.class)))
    ResponseEntity<Object> remove(
            Caller caller, @RequestHeader(name = Preference.HEADER, required = false) @Nullable List<String> prefer) {
        current.of(caller.user());
        var preference = Preference.of(prefer, PATIENCE);
        var command = new RemoveBot(origins.of(caller, preference.waits()));
        return dispatch.ask(command, BotEvent.class, preference)
                .map(Dispatch::done)
                .map(gone -> Dispatch.finished(
                        200, preference, new RemoveAnswer(true, "The bot and its credentials are removed.")))
                .orElseGet(() -> Dispatch.accepted(command, preference));
    }
}
