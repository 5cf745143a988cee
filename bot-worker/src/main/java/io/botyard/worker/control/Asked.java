package io.botyard.worker.control;

import io.botyard.contract.BotRowId;
import io.botyard.contract.RefusalCode;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;
import java.util.function.Function;

/** The bot that a command was given for: one that came later is not it. */
final class Asked {

    private Asked() {}

    /** Decides by that bot while it is the user's, and turns the command down when it is not. */
    static Decision of(Tenant tenant, BotRowId id, Function<Bot, Decision> decide) {
        if (tenant.bot().isEmpty()) {
            return Decision.refused(RefusalCode.NO_BOT, "The user has no bot.");
        }
        return tenant.bot()
                .filter(bot -> bot.id().equals(id))
                .map(decide)
                .orElseGet(() -> Decision.refused(
                        RefusalCode.BOT_REMOVED, "The bot that this was asked of has been removed; there is another."));
    }
}
