package io.botyard.contract;

import org.jspecify.annotations.Nullable;

/** Who asked, how they proved it, and from where. */
public record Actor(
        UserId id,
        Role role,
        Via via,
        @Nullable String ip,
        @Nullable String userAgent) {}
