package io.botyard.gateway.identity;

/** How making an account ended. */
sealed interface Registration {

    record Registered(User user) implements Registration {}

    record EmailTaken() implements Registration {}

    record UsernameTaken() implements Registration {}
}
