package io.botyard.gateway.identity.apikey;

import io.botyard.contract.ApiKeyId;
import io.botyard.contract.event.ApiKeyCreated;
import io.botyard.contract.event.ApiKeyRevoked;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.AccessLog;
import io.botyard.gateway.access.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes and revokes a user's keys, each together with its record for the trail. */
@Component
class KeyRing {

    private static final Duration KEPT = Duration.ofDays(7);

    private final ApiKeys keys;
    private final AccessLog log;
    private final AccessHeads heads;
    private final TransactionOperations transactions;
    private final Clock clock;

    KeyRing(ApiKeys keys, AccessLog log, AccessHeads heads, TransactionOperations transactions, Clock clock) {
        this.keys = keys;
        this.log = log;
        this.heads = heads;
        this.transactions = transactions;
        this.clock = clock;
    }

    Creation create(Caller caller, ApiKeyBody body) {
        var wanted = body.wanted(clock.instant());
        return transactions.execute(transaction -> {
            var creation = keys.create(caller.user(), wanted);
            if (creation instanceof Creation.Created(ApiKey key, String _)) {
                log.record(new ApiKeyCreated(
                        heads.of(caller, caller.user()), key.id(), wanted.scopes(), wanted.expiresAt()));
            }
            return creation;
        });
    }

    /** False when the caller has no key of this id. */
    boolean revoke(Caller caller, ApiKeyId key) {
        return transactions.execute(transaction -> {
            var revoked = keys.revoke(caller.user(), key);
            if (revoked) {
                log.record(new ApiKeyRevoked(heads.of(caller, caller.user()), key));
            }
            return revoked;
        });
    }

    /** A week after they were revoked; the trail keeps what became of them. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetRevoked() {
        keys.forgetRevokedBefore(clock.instant().minus(KEPT));
    }
}
