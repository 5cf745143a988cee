package io.botyard.audit.entry;

import io.botyard.contract.Actor;
import io.botyard.contract.EventId;
import io.botyard.contract.Json;
import io.botyard.contract.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an event has to say to a trail, before it has its place there. Everything in it can be stored as it is: texts
 * are cut to their longest and cleaned ({@link StorableText}), {@code at} is in whole milliseconds.
 *
 * @param action the event's name in snake_case
 * @param userId whose trail it belongs to; {@code 0} is the platform's
 * @param details ids, codes and limits; never texts, results or e-mails
 */
public record Statement(
        EventId eventId,
        UserId userId,
        Instant at,
        Actor actor,
        String action,
        EntryOutcome outcome,
        Json details,
        String requestId) {
    private static final int LONGEST_IP = 64;
    private static final int LONGEST_USER_AGENT = 512;
    private static final int LONGEST_REQUEST_ID = 64;

    public Statement {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        actor = new Actor(
                actor.id(),
                actor.role(),
                actor.via(),
                cut(actor.ip(), LONGEST_IP),
                cut(actor.userAgent(), LONGEST_USER_AGENT));
        requestId = StorableText.of(requestId, LONGEST_REQUEST_ID);
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null ? null : StorableText.of(text, longest);
    }
}
