package io.botyard.testkit;

import io.botyard.contract.Actor;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.Via;

/** Who acts in a test. */
public final class Actors {

    private static final String ADDRESS = "192.0.2.7";
    private static final String AGENT = "testkit";

    private Actors() {}

    public static Actor user(long id) {
        return of(id, Role.USER);
    }

    public static Actor admin(long id) {
        return of(id, Role.ADMIN);
    }

    public static Actor superadmin(long id) {
        return of(id, Role.SUPERADMIN);
    }

    /** Somebody who has not logged in. */
    public static Actor nobody() {
        return new Actor(UserId.PLATFORM, Role.NOBODY, Via.NOBODY, ADDRESS, AGENT);
    }

    private static Actor of(long id, Role role) {
        return new Actor(new UserId(id), role, Via.SESSION, ADDRESS, AGENT);
    }
}
