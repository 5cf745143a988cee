package io.botyard.gateway.live;

import io.botyard.contract.UserId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which sockets are told of whose bot: those of its user, and those of admins who watch it. */
@Component
class Listeners {

    private final Set<LiveSocket> all = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Set<LiveSocket>> byKey = new ConcurrentHashMap<>();

    Set<LiveSocket> of(UserId user) {
        return byKey.getOrDefault(user.toString(), Set.of());
    }

    /** Somebody listens to the user whose records have this key. */
    boolean hear(@Nullable String key) {
        return key != null && byKey.containsKey(key);
    }

    Set<LiveSocket> all() {
        return all;
    }

    void add(UserId user, LiveSocket socket) {
        all.add(socket);
        byKey.compute(user.toString(), (key, known) -> {
            var sockets = known == null ? ConcurrentHashMap.<LiveSocket>newKeySet() : known;
            sockets.add(socket);
            return sockets;
        });
    }

    void remove(UserId user, LiveSocket socket) {
        byKey.computeIfPresent(user.toString(), (key, known) -> {
            known.remove(socket);
            return known.isEmpty() ? null : known;
        });
    }

    /** It listens to nobody any more. */
    void forget(LiveSocket socket) {
        all.remove(socket);
    }
}
