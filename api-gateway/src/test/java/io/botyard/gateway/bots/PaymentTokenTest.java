package io.botyard.gateway.bots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A payment provider's token is found wherever Telegram would find it. */
class PaymentTokenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"provider_token\":\"1:TEST:abc\"}",
                "{\"provider_token\":7}",
                "{\"results\":[{\"input_message_content\":{\"provider_token\":\"1:TEST:abc\"}}]}",
                "{\"results\":\"[{\\\"provider_token\\\":\\\"1:TEST:abc\\\"}]\"}",
                "{\"results\":\"[{\\\"provider\\\\u005ftoken\\\":\\\"1:TEST:abc\\\"}]\"}",
                "{\"provider\\u005ftoken\":\"1:TEST:abc\"}",
                "{\"results\":\"not quite JSON: provider_token=1:TEST:abc\"}"
            })
    void itIsFoundHoweverDeep(String body) {
        assertThat(JsonParameters.of(body.getBytes(UTF_8)).secret()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"chat_id\":42,\"text\":\"a \\\\ and a \\\" \"}",
                "{\"currency\":\"XTR\",\"provider_token\":\"\"}",
                "{\"provider_data\":\"{}\",\"n\":[1,null,true]}"
            })
    void whatHoldsNoneTravelsReadable(String body) {
        assertThat(JsonParameters.of(body.getBytes(UTF_8)).secret()).isFalse();
    }
}
