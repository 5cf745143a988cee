package io.botyard.worker.store;

import io.botyard.worker.bot.Tenant;
import java.util.Optional;

/** What a committed transaction left to do. */
public sealed interface Change {

    /** The user's bot and standing are as they are now; the event is to be told. */
    record Kept(Tenant tenant, OutboxEntry told) implements Change {}

    /** Nothing is kept before Telegram has been asked. */
    record AskTelegram() implements Change {}

    /** It had been done before, or there was nothing to do; what an earlier try did not come to tell is told now. */
    record Nothing(Tenant tenant, Optional<OutboxEntry> untold) implements Change {}
}
