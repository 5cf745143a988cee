package io.botyard.contract;

import org.jspecify.annotations.Nullable;

/** Who asked, how they proved it, and from where. */
public record Actor(
        UserId id,
        Role role,
        Via via,
        @Nullable String ip,
        @Nullable String userAgent) {

    /** What happens by itself. */
    public static final Actor SYSTEM = new Actor(UserId.PLATFORM, Role.NOBODY, Via.SYSTEM, null, null);
}
