package io.botyard.gateway.identity.hazelcast;

import io.botyard.contract.ApiKeyId;
import io.botyard.contract.SessionId;
import io.botyard.contract.UserId;
import io.botyard.gateway.access.Ending;
import java.util.Optional;
import java.util.UUID;

/** As it goes over the wire. What a newer gateway says and this one does not know is passed over. */
record EndingRow(String kind, String id) {

    private static final String SESSION = "session";
    private static final String KEY = "key";
    private static final String USER = "user";

    static EndingRow of(Ending ending) {
        return switch (ending) {
            case Ending.OfSession(SessionId session) -> new EndingRow(SESSION, session.toString());
            case Ending.OfKey(ApiKeyId key) -> new EndingRow(KEY, key.toString());
            case Ending.OfUser(UserId user) -> new EndingRow(USER, user.toString());
        };
    }

    Optional<Ending> ending() {
        return switch (kind) {
            case SESSION -> Optional.of(new Ending.OfSession(new SessionId(UUID.fromString(id))));
            case KEY -> Optional.of(new Ending.OfKey(new ApiKeyId(UUID.fromString(id))));
            case USER -> Optional.of(new Ending.OfUser(new UserId(Long.parseLong(id))));
            default -> Optional.empty();
        };
    }
}
