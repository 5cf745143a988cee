package io.botyard.gateway.identity;

import io.botyard.gateway.identity.session.Opened;

/** How coming in ended. */
sealed interface Login {

    record LoggedIn(User user, Opened opened) implements Login {}

    /** Wrong password, or no such account: nobody is told which. */
    record Refused() implements Login {}

    /** The right password of a suspended account. */
    record Suspended() implements Login {}
}
