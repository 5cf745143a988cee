package io.botyard.audit.activity;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How outcomes are counted.
 *
 * @param enabled whether this instance takes part
 * @param applicationId the group, and what its internal topics begin with; another one counts everything anew
 * @param stateDir where this instance keeps what it has counted; no other may use it at the same time
 * @param standbys how many other instances keep a copy of it, so that they take over at once
 * @param threads that count
 * @param grace how long after its end a window still takes what comes late
 * @param remembered for how long an outcome that is told again is known
 * @param toldEvery how often windows that have grown are told
 * @param commitEvery how often what was counted is committed
 * @param startAfter how long to wait before beginning
 */
@ConfigurationProperties("botyard.audit.activity")
public record ActivitySettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("botyard-activity") String applicationId,
        Path stateDir,
        @DefaultValue("1") int standbys,
        @DefaultValue("1") int threads,
        @DefaultValue("5m") Duration grace,
        @DefaultValue("30m") Duration remembered,
        @DefaultValue("2s") Duration toldEvery,
        @DefaultValue("1s") Duration commitEvery,
        @DefaultValue("0s") Duration startAfter) {
    /** How long one window is: the API's steps are made of them. */
    public static final Duration WINDOW = Duration.ofMinutes(1);

    public ActivitySettings {
        if (remembered.compareTo(WINDOW.plus(grace)) < 0) {
            throw new IllegalArgumentException(
                    "botyard.audit.activity.remembered is grace and a minute at least: " + remembered);
        }
        if (standbys < 0 || threads < 1) {
            throw new IllegalArgumentException("botyard.audit.activity.standbys is 0 or more, threads 1 or more");
        }
    }
}
