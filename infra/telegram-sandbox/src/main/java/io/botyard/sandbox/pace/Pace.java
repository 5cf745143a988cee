package io.botyard.sandbox.pace;

import java.time.Duration;

/**
 * How fast bots may send.
 *
 * @param enforced nothing is limited while it is false
 * @param bot all sends of a bot together
 * @param chat sends to one chat
 * @param group sends to one group or supergroup, besides {@code chat}
 * @param longestPenalty where penalties stop growing
 */
public record Pace(boolean enforced, Rate bot, Rate chat, Quota group, Duration longestPenalty) {

    /** Telegram's figures: 30/s a bot, 1/s a chat with bursts of 3, 20 in any minute to a group; penalties to 300 s. */
    public static Pace telegram() {
        return new Pace(
                true,
                new Rate(30, Duration.ofSeconds(1), 30),
                new Rate(1, Duration.ofSeconds(1), 3),
                new Quota(20, Duration.ofMinutes(1)),
                Duration.ofSeconds(300));
    }

    /** Telegram's figures, not enforced. */
    public static Pace off() {
        return telegram().enforced(false);
    }

    public Pace enforced(boolean on) {
        return new Pace(on, bot, chat, group, longestPenalty);
    }
}
