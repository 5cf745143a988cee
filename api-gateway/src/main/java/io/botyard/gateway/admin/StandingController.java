package io.botyard.gateway.admin;

import io.botyard.contract.UserId;
import io.botyard.contract.command.ActivateBot;
import io.botyard.contract.command.OverrideRateLimits;
import io.botyard.contract.command.SuspendBot;
import io.botyard.contract.event.BotActivated;
import io.botyard.contract.event.BotRateLimitsOverridden;
import io.botyard.contract.event.BotSuspended;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.bots.IfMatch;
import io.botyard.gateway.bots.dispatch.Asking;
import io.botyard.gateway.bots.dispatch.ControlErrand;
import io.botyard.gateway.bots.dispatch.Dispatch;
import io.botyard.gateway.bots.dispatch.Reply;
import io.botyard.gateway.bots.store.BotViews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What admins decide about a user: it holds for whatever bot they have or bring. */
@RestController
@RequestMapping(path = "/api/admin/bots/{user_id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Admin")
class StandingController {

    private final Dispatch dispatch;
    private final Subjects subjects;
    private final BotViews views;

    StandingController(Dispatch dispatch, Subjects subjects, BotViews views) {
        this.dispatch = dispatch;
        this.subjects = subjects;
        this.views = views;
    }

    @PatchMapping(path = "/suspend", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Stop a user's bot", operationId = "suspendBot")
    @ApiResponse(
            responseCode = "200",
            description = "Suspended",
            content = @Content(schema = @Schema(implementation = SuspensionAnswer.class)))
    ResponseEntity<Object> suspend(
            Caller caller,
            Asking asking,
            @PathVariable("user_id") long userId,
            @Valid @RequestBody SuspendBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var user = subjects.user(userId);
        var version = seen(user, ifMatch);
        return dispatch.run(
                caller,
                asking,
                new ControlErrand<>(
                        user,
                        origin -> new SuspendBot(origin, body.reason(), version),
                        BotSuspended.class,
                        suspended -> Reply.ok(SuspensionAnswer.of(suspended))));
    }

    @PatchMapping("/activate")
    @Operation(summary = "Lift a suspension", operationId = "activateBot")
    @ApiResponse(
            responseCode = "200",
            description = "Lifted; nothing is verified",
            content = @Content(schema = @Schema(implementation = SuspensionAnswer.class)))
    ResponseEntity<Object> activate(
            Caller caller,
            Asking asking,
            @PathVariable("user_id") long userId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var user = subjects.user(userId);
        var version = seen(user, ifMatch);
        return dispatch.run(
                caller,
                asking,
                new ControlErrand<>(
                        user,
                        origin -> new ActivateBot(origin, version),
                        BotActivated.class,
                        activated -> Reply.ok(SuspensionAnswer.of(activated))));
    }

    @PatchMapping(path = "/rate-limit", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Set or lift a user's ceilings", operationId = "overrideRateLimits")
    @ApiResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = CeilingsAnswer.class)))
    ResponseEntity<Object> rateLimit(
            Caller caller,
            Asking asking,
            @PathVariable("user_id") long userId,
            @RequestBody CeilingsBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        body.check();
        var user = subjects.user(userId);
        var version = seen(user, ifMatch);
        return dispatch.run(
                caller,
                asking,
                new ControlErrand<>(
                        user,
                        origin -> new OverrideRateLimits(origin, body.ceilings(), body.lifted(), version),
                        BotRateLimitsOverridden.class,
                        overridden -> Reply.ok(CeilingsAnswer.of(overridden))));
    }

    /** The version of the bot that the admin has seen, when it matters to them. */
    private @Nullable Long seen(UserId user, @Nullable String ifMatch) {
        return IfMatch.of(ifMatch).version(views.of(user));
    }
}
