package io.botyard.gateway.access;

/** Tells requests apart without keeping them: the same on every gateway of a deployment, and no help to anybody else. */
public interface Fingerprints {

    /** Of the parts, in this order. */
    String of(byte[]... parts);
}
