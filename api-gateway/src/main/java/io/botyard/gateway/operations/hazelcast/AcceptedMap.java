package io.botyard.gateway.operations.hazelcast;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.map.IMap;
import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.gateway.operations.Accepted;
import io.botyard.gateway.operations.RecentlyAccepted;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Accepted ids in a map that all gateways share. */
@Component
final class AcceptedMap implements RecentlyAccepted {

    private static final Logger LOG = LoggerFactory.getLogger(AcceptedMap.class);
    private static final String NAME = "gateway.accepted";
    private static final long KEPT_MINUTES = 15;

    private final HazelcastInstance hazelcast;
    private final AcceptedSettings settings;

    AcceptedMap(HazelcastInstance hazelcast, AcceptedSettings settings) {
        this.hazelcast = hazelcast;
        this.settings = settings;
    }

    @Override
    public Noting note(CommandId id, Accepted accepted) {
        var row = new AcceptedRow(
                accepted.user().value(), accepted.kind(), accepted.at().toEpochMilli());
        var noting = asked(map ->
                map.setAsync(id.toString(), row, KEPT_MINUTES, TimeUnit.MINUTES).thenApply(done -> true));
        return () -> {
            if (inTime(noting).isEmpty()) {
                LOG.atWarn().addKeyValue("command_id", id).log("accepted id not shared with other gateways");
            }
        };
    }

    @Override
    public Recollection of(CommandId id) {
        return inTime(asked(map -> map.getAsync(id.toString()).thenApply(Optional::ofNullable)))
                .map(AcceptedMap::recollection)
                .orElseGet(Recollection.Unsure::new);
    }

    private static Recollection recollection(Optional<AcceptedRow> found) {
        return found.<Recollection>map(row -> new Recollection.Known(
                        new Accepted(new UserId(row.userId()), row.kind(), Instant.ofEpochMilli(row.at()))))
                .orElseGet(Recollection.Nothing::new);
    }

    private <T> CompletableFuture<T> asked(Function<IMap<String, AcceptedRow>, CompletionStage<T>> question) {
        try {
            return question.apply(hazelcast.getMap(NAME)).toCompletableFuture();
        } catch (HazelcastException | HazelcastInstanceNotActiveException away) {
            return CompletableFuture.failedFuture(away);
        }
    }

    private <T> Optional<T> inTime(CompletableFuture<T> answer) {
        try {
            return Optional.of(answer.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException away) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
