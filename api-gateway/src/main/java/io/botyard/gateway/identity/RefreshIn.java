package io.botyard.gateway.identity;

/** Where a client gets its refresh token: in the body, or in a cookie that no script can read. */
enum RefreshIn {
    BODY,
    COOKIE
}
