package io.botyard.worker.bot;

import io.botyard.contract.Ceilings;
import io.botyard.contract.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A user as a worker knows them: what admins decided about them, and their bot while they have one. Versions count the
 * user's changes and never go back, also when one bot goes and another comes.
 */
public record Tenant(Standing standing, Optional<Bot> bot) {

    public UserId user() {
        return standing.user();
    }

    public long version() {
        return bot.map(Bot::version).orElse(standing.version());
    }

    public long nextVersion() {
        return version() + 1;
    }

    /** The same user with a new bot, or with theirs changed. */
    public Tenant with(Bot changed) {
        return new Tenant(standing, Optional.of(changed));
    }

    public Tenant withoutBot() {
        return new Tenant(standing.at(nextVersion()), Optional.empty());
    }

    /** From any state; what was verified stays this user's. */
    public Tenant suspended(String reason, Instant at) {
        var claim = bot.filter(present -> present.state().verified()).map(Bot::botId);
        return new Tenant(
                standing.suspended(reason, claim.orElse(null), nextVersion()),
                bot.map(present -> present.suspended(reason, at)));
    }

    /** Lifts the suspension: the bot goes on as what it is known to be, which asks nobody. */
    public Tenant activated(Instant at) {
        return new Tenant(standing.activated(nextVersion()), bot.map(present -> present.activated(at)));
    }

    public Tenant limited(Ceilings ceilings, Instant at) {
        return new Tenant(standing.limited(ceilings, nextVersion()), bot.map(present -> present.touched(at)));
    }
}
