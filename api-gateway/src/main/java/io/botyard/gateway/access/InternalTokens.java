package io.botyard.gateway.access;

/** What the gateway shows to audit-service when it asks on a caller's behalf. */
public interface InternalTokens {

    /** Good for 60 s, for audit-service alone; carries the caller's id, role and request id. */
    String of(Caller caller);
}
