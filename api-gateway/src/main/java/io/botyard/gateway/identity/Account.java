package io.botyard.gateway.identity;

/** A user and what their password must match. */
record Account(User user, String passwordHash) {

    @Override
    public String toString() {
        return "Account[" + user.id() + "]";
    }
}
