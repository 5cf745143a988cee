package io.botyard.testkit.part;

/** A broker that can end without warning. */
public interface KillableBroker extends BrokerPart {

    /** With -9, until {@link #start}. */
    void kill();
}
