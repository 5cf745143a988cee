package io.botyard.gateway.access;

import java.util.function.Consumer;

/** The way of endings between gateways. They may be lost: whoever relies on it looks at Postgres every second anyway. */
public interface EndingsTopic {

    /** Returns at once, also while the gateways cannot reach each other. */
    void publish(Ending ending);

    void subscribe(Consumer<Ending> listener);
}
