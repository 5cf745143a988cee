package io.botyard.audit.entry;

import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.event.BotRemoved;
import io.botyard.contract.event.BotTokenRejected;
import io.botyard.contract.event.BotVerificationFailed;
import io.botyard.contract.event.BotVerified;
import io.botyard.contract.event.CommandFailed;
import io.botyard.contract.event.CommandRefused;
import io.botyard.contract.event.LoginFailed;
import io.botyard.contract.event.TrailRead;
import io.botyard.contract.event.UserLoggedIn;
import io.botyard.contract.event.UserRegistered;

/** What each event says to the trail. A new kind of event does not compile until it has its line here. */
public final class Statements {
    private Statements() {}

    public static Statement of(BotEvent event) {
        var head = event.head();
        return new Statement(
                head.eventId(),
                head.userId(),
                head.at(),
                head.actor(),
                event.kind(),
                outcome(event),
                details(event).with("command_id", head.commandId().toString()).json(),
                head.requestId());
    }

    public static Statement of(AccessEvent event) {
        var head = event.head();
        return new Statement(
                head.eventId(),
                head.userId(),
                head.at(),
                head.actor(),
                event.kind(),
                outcome(event),
                details(event).json(),
                head.requestId());
    }

    private static EntryOutcome outcome(BotEvent event) {
        return switch (event) {
            case BotRegistered _, BotVerified _, BotTokenRejected _, BotRemoved _ -> EntryOutcome.OK;
            case CommandRefused _ -> EntryOutcome.REFUSED;
            case BotVerificationFailed _, CommandFailed _ -> EntryOutcome.FAILED;
        };
    }

    private static EntryOutcome outcome(AccessEvent event) {
        return switch (event) {
            case UserRegistered _, UserLoggedIn _, TrailRead _ -> EntryOutcome.OK;
            case LoginFailed _ -> EntryOutcome.DENIED;
        };
    }

    private static Details details(BotEvent event) {
        return switch (event) {
            case BotRegistered e ->
                Details.none()
                        .with("id", e.id().value())
                        .with("bot_id", e.botId().value())
                        .with(e.status())
                        .with("limits", e.limits());
            case BotVerified e ->
                Details.none()
                        .with("id", e.id().value())
                        .with("bot_id", e.profile().id().value())
                        .with(e.status());
            case BotVerificationFailed e ->
                Details.none().with("id", e.id().value()).with(e.status()).with("reason", e.reason());
            case BotTokenRejected e ->
                Details.none()
                        .with("id", e.id().value())
                        .with("bot_id", e.botId().value())
                        .with(e.status());
            case BotRemoved e ->
                Details.none()
                        .with("id", e.id().value())
                        .with("bot_id", e.botId().value());
            case CommandRefused e ->
                Details.none()
                        .with("command", e.command())
                        .with("code", e.refusal().code());
            case CommandFailed e -> Details.none().with("command", e.command()).with("code", e.code());
        };
    }

    private static Details details(AccessEvent event) {
        return switch (event) {
            case UserRegistered e -> Details.none().with("role", e.role());
            case UserLoggedIn _ -> Details.none();
            case LoginFailed e -> Details.none().with("email_hash", e.email());
            case TrailRead e -> Details.none().with("filters", e.filters());
        };
    }
}
