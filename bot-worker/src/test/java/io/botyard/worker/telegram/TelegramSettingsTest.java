package io.botyard.worker.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens go to a server by TLS, or stay on this machine. */
class TelegramSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"http:///", "http:///bot", "https:///", "https:api.telegram.org", "api.telegram.org"})
    void anAddressWithoutAHostIsRefused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(address))
                .withMessage("BOTYARD_TELEGRAM_API_URL names no host: it is like https://api.telegram.org.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.telegram.org", "http://192.0.2.1:8081", "ftp://127.0.0.1"})
    void plainHttpIsForThisMachineAlone(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(address))
                .withMessageStartingWith("BOTYARD_TELEGRAM_API_URL must be https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.telegram.org", "http://127.0.0.1:8081", "http://localhost:8081"})
    void aServerThatCanBeTrustedWithTokensIsTaken(String address) {
        assertThat(settings(address).apiUrl()).hasToString(address);
    }

    private static TelegramSettings settings(String address) {
        return new TelegramSettings(URI.create(address), Duration.ofSeconds(5));
    }
}
