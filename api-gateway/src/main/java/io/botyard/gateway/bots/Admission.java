package io.botyard.gateway.bots;

import io.botyard.contract.ApiKeyId;
import io.botyard.gateway.access.Allowance;
import io.botyard.gateway.access.CountedBy;
import io.botyard.gateway.access.Quota;
import io.botyard.gateway.access.Quotas;
import io.botyard.gateway.access.RateLimitFields;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.access.Standing;
import io.botyard.gateway.bots.dispatch.Asking;
import io.botyard.gateway.bots.store.BotView;
import io.botyard.ratelimit.Rate;
import io.botyard.ratelimit.Token;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.stereotype.Component;

/** How fast calls are taken: for a bot at its own rate, a minute's worth at once; through an API key as is set. */
@Component
class Admission {

    private static final long LEAST_BURST = 30;
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    private final Quotas quotas;
    private final Quota throughKey;

    Admission(Quotas quotas, AdmissionSettings settings) {
        this.quotas = quotas;
        this.throughKey =
                new Quota("key-calls", CountedBy.KEY, Rate.perSecond(settings.keyPerSecond(), settings.keyBurst()));
    }

    /** Takes one call, unless it comes too fast; either way the answer says how the caller stands. */
    void admit(Standing standing, BotView bot, Asking asking) {
        var key = standing.key().map(this::take);
        key.filter(Admission::isUsedUp).ifPresent(used -> {
            throw Rejection.tooFast(used);
        });
        var own = quotas.take(quota(bot), bot.userId().toString());
        if (isUsedUp(own)) {
            standing.key().ifPresent(id -> quotas.giveBack(throughKey, id.toString()));
            throw Rejection.tooFast(own, key.stream().toArray(Allowance[]::new));
        }
        RateLimitFields.of(key.map(also -> List.of(own, also)).orElse(List.of(own)))
                .forEach((name, values) -> values.forEach(value -> asking.remark(name, value)));
    }

    private Allowance take(ApiKeyId key) {
        return quotas.take(throughKey, key.toString());
    }

    private static boolean isUsedUp(Allowance allowance) {
        return allowance.token() instanceof Token.Due;
    }

    private static Quota quota(BotView bot) {
        var perSecond = bot.effectiveRate();
        var minute = perSecond.multiply(MINUTE).setScale(0, RoundingMode.DOWN).longValueExact();
        return new Quota("bot-calls", CountedBy.BOT, Rate.perSecond(perSecond, Math.max(LEAST_BURST, minute)));
    }
}
