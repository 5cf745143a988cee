package io.botyard.gateway.bots;

import io.botyard.contract.command.ChangeRateLimits;
import io.botyard.contract.command.ReplaceToken;
import io.botyard.contract.event.BotRateLimitsChanged;
import io.botyard.contract.event.BotTokenReplaced;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.bots.dispatch.Asking;
import io.botyard.gateway.bots.dispatch.ControlErrand;
import io.botyard.gateway.bots.dispatch.Dispatch;
import io.botyard.gateway.bots.dispatch.Reply;
import io.botyard.gateway.commands.Seals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be changed of the caller's bot while it stays the same bot. */
@RestController
@RequestMapping(path = "/api/user-bot", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Your bot")
class SettingsController {

    private final Dispatch dispatch;
    private final Seals seals;
    private final CurrentBot current;

    SettingsController(Dispatch dispatch, Seals seals, CurrentBot current) {
        this.dispatch = dispatch;
        this.seals = seals;
        this.current = current;
    }

    @PutMapping(path = "/token", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Go on with another token of the same bot", operationId = "replaceToken")
    @ApiResponse(
            responseCode = "200",
            description = "Replaced; history and limits stay",
            content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
    ResponseEntity<Object> token(Caller caller, Asking asking, @Valid @RequestBody TokenBody body) {
        var token = body.token();
        var bot = current.of(caller.user());
        return dispatch.run(
                caller,
                asking,
                new ControlErrand<>(
                        caller.user(),
                        origin -> new ReplaceToken(origin, bot.id(), token.botId(), seals.token(caller.user(), token)),
                        BotTokenReplaced.class,
                        replaced -> Reply.ok(TokenAnswer.of(replaced))));
    }

    @PatchMapping(path = "/rate-limits", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Change your bot's limits", operationId = "changeRateLimits")
    @ApiResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = RateLimitsAnswer.class)))
    ResponseEntity<Object> rateLimits(
            Caller caller,
            Asking asking,
            @Valid @RequestBody RateLimitsBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        body.checkSomething();
        var condition = IfMatch.of(ifMatch);
        var bot = current.of(caller.user());
        var version = condition.version(Optional.of(bot));
        return dispatch.run(
                caller,
                asking,
                new ControlErrand<>(
                        caller.user(),
                        origin -> new ChangeRateLimits(
                                origin, bot.id(), body.maxRequestsPerSecond(), body.maxConcurrentRequests(), version),
                        BotRateLimitsChanged.class,
                        changed -> Reply.ok(RateLimitsAnswer.of(changed))));
    }
}
