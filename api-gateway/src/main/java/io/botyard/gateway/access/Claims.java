package io.botyard.gateway.access;

/** What our tokens say, and to whom. */
public final class Claims {

    public static final String ISSUER = "botyard";

    /** Access tokens are for the gateway; an internal token is for audit-service and opens nothing here. */
    public static final String GATEWAY = "botyard-gateway";

    public static final String AUDIT_SERVICE = "audit-service";
    /** The session an access token speaks for. */
    public static final String SESSION = "sid";

    public static final String ROLE = "role";
    public static final String REQUEST_ID = "request_id";

    private Claims() {}
}
