package io.botyard.gateway.identity.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyScheduleTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final ECKey old = key("old", NOON.minus(Duration.ofDays(90)));
    private final ECKey next = key("next", NOON);
    private final KeySchedule schedule = new KeySchedule(List.of(next, old));

    @Test
    void aNewKeyIsPublishedAtOnceAndSignsWhenEverybodyKnowsIt() {
        assertThat(schedule.accepted(NOON)).containsExactly(old, next);
        assertThat(schedule.signing(NOON)).isEqualTo(old);
        var known = NOON.plus(KeySchedule.KNOWN_BEFORE_USE);
        assertThat(schedule.signing(known.minusMillis(1))).isEqualTo(old);
        assertThat(schedule.signing(known)).isEqualTo(next);
    }

    @Test
    void aRetiredKeyIsGoodUntilItsTokensRanOutAndThenNoMore() {
        var retired = NOON.plus(KeySchedule.KNOWN_BEFORE_USE);
        assertThat(schedule.accepted(retired.plus(Tokens.ACCESS))).containsExactly(old, next);
        assertThat(schedule.accepted(retired.plus(KeySchedule.OUTLIVED))).containsExactly(next);
        assertThat(KeySchedule.OUTLIVED).isGreaterThan(Tokens.ACCESS);
    }

    @Test
    void theOnlyKeySignsAtOnce() {
        var alone = new KeySchedule(List.of(next));
        assertThat(alone.signing(NOON)).isEqualTo(next);
        assertThat(alone.accepted(NOON.plus(Duration.ofDays(900)))).containsExactly(next);
    }

    private static ECKey key(String id, Instant made) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(id)
                    .issueTime(Date.from(made))
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
