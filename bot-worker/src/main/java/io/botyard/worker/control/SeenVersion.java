package io.botyard.worker.control;

import io.botyard.contract.RefusalCode;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a command to the bot's version that its caller has seen, where they said so. */
final class SeenVersion {

    private SeenVersion() {}

    /** Why nothing is done, if it is another version by now. */
    static Optional<Decision> differs(@Nullable Long seen, Tenant tenant) {
        return seen == null
                        || tenant.bot().map(Bot::version).filter(seen::equals).isPresent()
                ? Optional.empty()
                : Optional.of(
                        Decision.refused(RefusalCode.PRECONDITION_FAILED, "The bot has changed since; read it again."));
    }
}
