package io.botyard.gateway.bots;

import io.botyard.contract.BotToken;
import io.botyard.contract.command.Origin;
import io.botyard.contract.command.RegisterBot;
import io.botyard.contract.event.BotRegistered;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.bots.dispatch.Asking;
import io.botyard.gateway.bots.dispatch.ControlErrand;
import io.botyard.gateway.bots.dispatch.Dispatch;
import io.botyard.gateway.bots.dispatch.Reply;
import io.botyard.gateway.bots.dispatch.Retelling;
import io.botyard.gateway.bots.store.BotViews;
import io.botyard.gateway.commands.Seals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's bot: bring it, look at it, remove it. */
@RestController
@RequestMapping(path = "/api/user-bot", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Your bot")
class BotController {

    private final Dispatch dispatch;
    private final Errands errands;
    private final Seals seals;
    private final CurrentBot current;
    private final BotViews views;
    private final CreateThrottle creates;

    BotController(
            Dispatch dispatch,
            Errands errands,
            Seals seals,
            CurrentBot current,
            BotViews views,
            CreateThrottle creates) {
        this.dispatch = dispatch;
        this.errands = errands;
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
    ResponseEntity<Object> create(Caller caller, Asking asking, @Valid @RequestBody CreateBody body) {
        body.checkMtproto();
        var token = body.token();
        var answer = dispatch.once(
                caller,
                asking,
                new ControlErrand<>(
                        caller.user(),
                        origin -> {
                            creates.check(caller);
                            return registration(origin, token, body);
                        },
                        BotRegistered.class,
                        bot -> new Reply(201, CreateAnswer.of(bot))),
                Retelling.change(known -> new Reply(201, CreateAnswer.of(known))));
        if (!asking.replayed()) {
            creates.count(caller);
        }
        return answer;
    }

    private RegisterBot registration(Origin origin, BotToken token, CreateBody body) {
        return new RegisterBot(
                origin,
                token.botId(),
                body.botUsername(),
                seals.token(origin.userId(), token),
                body.apiId() == null || body.apiHash() == null
                        ? null
                        : seals.mtproto(origin.userId(), body.apiId(), body.apiHash()),
                body.limits());
    }

    @GetMapping("/status")
    @Operation(summary = "Your bot as it is now", operationId = "botStatus")
    @ApiResponse(responseCode = "200", description = "As it is now")
    StatusAnswer status(Caller caller, HttpServletResponse response) {
        var bot = current.of(caller.user());
        response.setHeader(HttpHeaders.ETAG, VersionTag.of(bot));
        return StatusAnswer.of(bot, views.usage(bot));
    }

    @DeleteMapping("/remove")
    @Operation(summary = "Remove your bot and its credentials", operationId = "removeBot")
    @ApiResponse(
            responseCode = "200",
            description = "Removed",
            content = @Content(schema = @Schema(implementation = DoneAnswer.class)))
    ResponseEntity<Object> remove(Caller caller, Asking asking) {
        return errands.remove(caller, asking, current.of(caller.user()));
    }
}
