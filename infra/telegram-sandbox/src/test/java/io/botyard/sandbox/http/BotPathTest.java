package io.botyard.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BotPathTest {

    @Test
    void findsTokenAndMethod() {
        assertThat(BotPath.of("/bot1:a/getMe")).contains(new BotPath("1:a", "getMe"));
        assertThat(BotPath.of("/bot1%3Aa/getMe")).contains(new BotPath("1:a", "getMe"));
        assertThat(BotPath.of("/bot1:a/")).contains(new BotPath("1:a", ""));
        assertThat(BotPath.of("/bot1%ZZa/getMe")).contains(new BotPath("1%ZZa", "getMe"));
    }

    @Test
    void findsNothingElsewhere() {
        assertThat(BotPath.of("/bot1:a")).isEmpty();
        assertThat(BotPath.of("/sandbox/calls")).isEmpty();
        assertThat(BotPath.of("/")).isEmpty();
    }

    @Test
    void doesNotShowTheToken() {
        assertThat(new BotPath("1:secret", "getMe").toString()).doesNotContain("secret");
    }
}
