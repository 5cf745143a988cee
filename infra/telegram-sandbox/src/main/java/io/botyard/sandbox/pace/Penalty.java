package io.botyard.sandbox.pace;

/**
 * What a sender gets who went too fast. It doubles with every offence that follows within a minute of the last one's
 * end; going on while it lasts is an offence too, except in its first second, when calls may have been on their way.
 */
final class Penalty {

    private static final long ON_THEIR_WAY = 1000;
    private static final long FORGIVEN_AFTER = 60_000;

    private long imposed;
    private long until;
    private int offences;

    boolean lasts(long now) {
        return now < until;
    }

    boolean forgiven(long now) {
        return now >= until + FORGIVEN_AFTER;
    }

    /** A call came while the penalty lasted. Answers the seconds to wait. */
    int ignored(long now, long longest) {
        return now - imposed < ON_THEIR_WAY ? seconds(until - now) : impose(now, until - now, longest);
    }

    /** Somebody went too fast, who should have waited so long. Answers the seconds to wait. */
    int impose(long now, long shouldHaveWaited, long longest) {
        offences = forgiven(now) ? 1 : Math.min(offences + 1, 20);
        long wait = Math.min(longest, (seconds(shouldHaveWaited) * 1000L) << (offences - 1));
        imposed = now;
        until = Math.max(until, now + wait);
        return seconds(until - now);
    }

    private static int seconds(long millis) {
        return (int) Math.max(1, (millis + 999) / 1000);
    }
}
