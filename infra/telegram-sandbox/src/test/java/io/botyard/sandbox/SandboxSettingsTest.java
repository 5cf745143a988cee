package io.botyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxSettingsTest {

    @Test
    void listensOnTheLoopbackAddressUnlessToldOtherwise() {
        SandboxSettings settings = SandboxSettings.of(Map.of());

        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8090);
        assertThat(settings.directory()).isEqualTo(Path.of(".botyard", "telegram-sandbox"));
        assertThat(settings.pace().enforced()).isFalse();
    }

    @Test
    void readsTheEnvironment() {
        SandboxSettings settings = SandboxSettings.of(Map.of(
                "BOTYARD_SANDBOX_PORT", "18090",
                "BOTYARD_BIND", "::1",
                "BOTYARD_DATA_DIR", "elsewhere",
                "BOTYARD_SANDBOX_PACE", "on"));

        assertThat(settings.port()).isEqualTo(18090);
        assertThat(settings.bind()).isEqualTo("::1");
        assertThat(settings.directory()).isEqualTo(Path.of("elsewhere", "telegram-sandbox"));
        assertThat(settings.pace().enforced()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"BOTYARD_SANDBOX_PORT, ninety", "BOTYARD_SANDBOX_PORT, 70000", "BOTYARD_SANDBOX_PACE, perhaps"})
    void namesTheSettingThatCannotBeRead(String name, String value) {
        assertThatThrownBy(() -> SandboxSettings.of(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }
}
