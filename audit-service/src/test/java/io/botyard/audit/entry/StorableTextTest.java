package io.botyard.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StorableTextTest {
    @Property
    void whatIsStoredComesBackTheSameThroughUtf8(
            @ForAll @CharRange(from = '\0', to = '\uFFFF') String text, @ForAll @IntRange(max = 40) int longest) {
        var kept = StorableText.of(text, longest);
        assertThat(new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(kept);
        assertThat(kept).doesNotContain("\0").hasSizeLessThanOrEqualTo(longest);
        assertThat(StorableText.of(kept)).isEqualTo(kept);
    }

    @Test
    void ordinaryTextAndWholePairsAreLeftAlone() {
        assertThat(StorableText.of("Mozilla/5.0 \uD83D\uDE00 ä\n")).isEqualTo("Mozilla/5.0 \uD83D\uDE00 ä\n");
    }

    @Test
    void nulAndHalvesOfPairsAreReplaced() {
        assertThat(StorableText.of("a\0b\uD83Dc\uDE00")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
    }

    @Test
    void aPairIsNotCutInHalf() {
        assertThat(StorableText.of("ab\uD83D\uDE00", 3)).isEqualTo("ab\uFFFD");
    }
}
