package io.botyard.worker.fleet;

import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Tenant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a node holds of one user.
 *
 * @param version of the user's last change that is in it
 */
record Seat(long version, Optional<ResidentBot> bot, Turns turns) {

    /** @param keep the token of a bot that is new here */
    static Seat of(Tenant tenant, Function<Bot, KeptToken> keep) {
        var turns = new Turns(0);
        return new Seat(tenant.version(), Optional.empty(), turns).after(tenant, keep);
    }

    /** The same user's seat after a change; calls under way keep their turns. */
    Seat after(Tenant tenant, Function<Bot, KeptToken> keep) {
        var next = tenant.bot().map(present -> {
            var limits = tenant.standing().allowed(present.limits());
            turns.resize(limits.maxConcurrentRequests());
            return new ResidentBot(present, limits, tokenOf(present).orElseGet(() -> keep.apply(present)), turns);
        });
        return new Seat(tenant.version(), next, turns);
    }

    private Optional<KeptToken> tokenOf(Bot present) {
        return bot.filter(known ->
                        known.bot().id().equals(present.id()) && known.bot().tokenSince() == present.tokenSince())
                .map(ResidentBot::kept);
    }
}
