package io.botyard.gateway.access;

import io.botyard.ratelimit.RateBuckets;
import io.botyard.ratelimit.Token;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts by quotas, for all gateways together. */
@Component
public class Quotas {

    private final RateBuckets buckets;
    private final MeterRegistry meters;

    Quotas(RateBuckets buckets, MeterRegistry meters) {
        this.buckets = buckets;
        this.meters = meters;
    }

    /** Takes one of the quota, if there is one, on this subject's account. */
    public Allowance take(Quota quota, String subject) {
        var allowance = new Allowance(quota, buckets.tryAcquire(bucket(quota, subject), quota.rate()));
        if (allowance.token() instanceof Token.Due) {
            meters.counter("botyard.gateway.throttled", "quota", quota.name()).increment();
        }
        return allowance;
    }

    /** What {@link #take} would say, taking nothing. */
    public Allowance look(Quota quota, String subject) {
        return new Allowance(quota, buckets.look(bucket(quota, subject), quota.rate()));
    }

    /** What was taken and does not count after all. */
    public void giveBack(Quota quota, String subject) {
        buckets.giveBack(bucket(quota, subject), quota.rate());
    }

    private static String bucket(Quota quota, String subject) {
        return "quota:" + quota.name() + ":" + subject;
    }
}
