package io.botyard.contract.wire;

/** A record that no version of this code could handle: retrying it is of no use. Its message quotes no value. */
public final class UnreadableRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableRecord(String reason) {
        super(reason);
    }
}
