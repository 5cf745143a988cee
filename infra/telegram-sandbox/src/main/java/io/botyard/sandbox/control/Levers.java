package io.botyard.sandbox.control;

import io.botyard.sandbox.fault.Faults;
import io.botyard.sandbox.ledger.Ledger;
import io.botyard.sandbox.pace.Pacer;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/** What can be done to a sandbox from outside. */
public interface Levers {

    Ledger ledger();

    Faults faults();

    Pacer pacer();

    /** Queues an update; empty when the bot did not ask for its kind. */
    OptionalLong offer(long botId, ObjectNode update);

    void revoke(long botId);

    void reset();
}
