package io.botyard.worker.guarantee;

import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.Limits;
import io.botyard.contract.command.RegisterBot;
import io.botyard.testkit.Commands;
import io.botyard.testkit.Tokens;
import java.math.BigDecimal;

/** A user of one round, with a bot of their own limits. */
final class Customer {

    private static final long FIRST_BOT = 500_000;

    private final long user;
    private final Limits limits;
    private long row;

    Customer(long user, String perSecond, int atOnce) {
        this.user = user;
        this.limits = new Limits(new BigDecimal(perSecond), atOnce);
    }

    long user() {
        return user;
    }

    /** Telegram's id of the bot. */
    long bot() {
        return FIRST_BOT + user;
    }

    Limits limits() {
        return limits;
    }

    /** Of the bot that calls are for from now on. */
    long row() {
        return row;
    }

    void registered(BotRowId as) {
        row = as.value();
    }

    RegisterBot register(Commands commands, Cluster cluster) {
        return new RegisterBot(
                commands.origin(user), new BotId(bot()), null, cluster.sealed(user, Tokens.of(bot())), null, limits);
    }
}
