package io.botyard.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandaloneSettingsTest {

    @Test
    void nothingSaidMeansTheSandboxOnTheLoopbackInTheCurrentDirectory() {
        var settings = StandaloneSettings.of(Map.of());
        assertThat(settings.directory()).isEqualTo(Path.of(".botyard").toAbsolutePath());
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.telegram()).isEqualTo(new WhichTelegram.Sandbox());
        assertThat(settings.ports().of(Door.GATEWAY)).isEqualTo(8080);
        assertThat(settings.ports().of(Door.KAFKA)).isEqualTo(9092);
    }

    @Test
    void aPortIsMovedByItsSetting() {
        var settings = StandaloneSettings.of(Map.of("BOTYARD_WORKER_MANAGEMENT_PORT", "19081"));
        assertThat(settings.ports().of(Door.WORKER_MANAGEMENT)).isEqualTo(19_081);
    }

    @ParameterizedTest
    @CsvSource({
        "BOTYARD_GATEWAY_PORT, eighty",
        "BOTYARD_KAFKA_PORT, 70000",
        "BOTYARD_BIND, no.such.host.invalid",
        "BOTYARD_SANDBOX_PACE, fast",
        "BOTYARD_ADMIN_EMAIL, somebody",
        "BOTYARD_ADMIN_PASSWORD, short",
        "BOTYARD_TELEGRAM_API_URL, telegram",
        "BOTYARD_TELEGRAM_API_URL, https://user:pass@api.telegram.org",
        "BOTYARD_TELEGRAM_API_URL, http://api.telegram.org",
        "BOTYARD_TELEGRAM_API_URL, http://192.0.2.1:8081",
    })
    void whatCannotBeMeantIsRefusedWithItsName(String name, String value) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> StandaloneSettings.of(Map.of(name, value)))
                .withMessageContaining(name)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("user:pass"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.telegram.org/, https://api.telegram.org, the real Telegram (https://api.telegram.org)",
        "http://127.0.0.1:8081, http://127.0.0.1:8081, the Bot API server at http://127.0.0.1:8081",
        "http://localhost:8081, http://localhost:8081, the Bot API server at http://localhost:8081",
        "' ', sandbox, the Telegram sandbox (no message reaches a real person)",
    })
    void itIsSaidPlainlyWhichTelegramThisIs(String value, String remembered, String spoken) {
        var telegram =
                StandaloneSettings.of(Map.of("BOTYARD_TELEGRAM_API_URL", value)).telegram();
        assertThat(telegram.remembered()).isEqualTo(remembered);
        assertThat(telegram.spoken()).isEqualTo(spoken);
    }
}
