package io.botyard.sandbox.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatIdTest {

    @Test
    void tellsPeopleGroupsAndSupergroupsApart() {
        assertThat(ChatId.of("5").orElseThrow().type()).isEqualTo("private");
        assertThat(ChatId.of("-5").orElseThrow().type()).isEqualTo("group");
        assertThat(ChatId.of("-1005").orElseThrow().type()).isEqualTo("supergroup");
    }

    @Test
    void findsTheSameChatUnderTheSameName() {
        assertThat(ChatId.of("@Some_Channel").orElseThrow().id())
                .isEqualTo(ChatId.of("@some_channel").orElseThrow().id())
                .isNegative();
        assertThat(ChatId.of("@some_channel").orElseThrow().username()).isEqualTo("some_channel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "x", "@", "@abc", "@1abcd", "@a b c d", "1.5", "99999999999999999999"})
    void findsNoChatThatCannotBe(String text) {
        assertThat(ChatId.of(text)).isEmpty();
    }
}
