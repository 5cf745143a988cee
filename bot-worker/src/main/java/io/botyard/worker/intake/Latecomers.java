package io.botyard.worker.intake;

import io.botyard.contract.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is turned down by what the commands before them came to. However many they are, they take one place in their
 * user's lane, so an admin's command waits for none of them.
 */
final class Latecomers {

    private final Lanes<UserId> lanes;
    private final Map<UserId, List<Runnable>> waiting = new ConcurrentHashMap<>();

    Latecomers(Lanes<UserId> lanes) {
        this.lanes = lanes;
    }

    /** @param then run when what is in the user's lane now is done; must not wait */
    void add(UserId user, Runnable then) {
        waiting.compute(user, (_, known) -> {
            if (known != null) {
                known.add(then);
                return known;
            }
            lanes.submit(user, () -> letGo(user));
            return new ArrayList<>(List.of(then));
        });
    }

    private void letGo(UserId user) {
        var gone = waiting.remove(user);
        if (gone != null) {
            gone.forEach(Runnable::run);
        }
    }
}
