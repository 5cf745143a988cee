package io.botyard.audit.entry;

import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.BotEvent;

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
                BotDetails.outcome(event),
                BotDetails.of(event)
                        .with("command_id", head.commandId().toString())
                        .json(),
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
                AccessDetails.outcome(event),
                AccessDetails.of(event).json(),
                head.requestId());
    }
}
