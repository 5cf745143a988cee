package io.botyard.sandbox.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

    @Test
    void knowsTheBotOfAToken() {
        assertThat(Token.of("4711:secret"))
                .hasValueSatisfying(token -> assertThat(token.botId()).isEqualTo(4711));
        assertThat(Token.of("18014398509481983:s")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "1:",
                "01:a",
                "a:b",
                "1a:b",
                "1",
                "1:a/b",
                "18014398509481984:a",
                "99999999999999999999:a"
            })
    void takesNothingElseForAToken(String text) {
        assertThat(Token.of(text)).isEmpty();
    }

    @Test
    void isNeverShown() {
        assertThat(Token.of("4711:secret").orElseThrow().toString()).doesNotContain("secret");
    }
}
