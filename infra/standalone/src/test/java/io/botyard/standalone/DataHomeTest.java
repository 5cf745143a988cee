package io.botyard.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataHomeTest {

    private static final WhichTelegram SANDBOX = new WhichTelegram.Sandbox();
    private static final WhichTelegram REAL = new WhichTelegram.Server(URI.create("https://api.telegram.org"));

    @TempDir
    Path parent;

    @Test
    void anotherTelegramThanTheFirstIsRefused() {
        DataHome.open(home(), SANDBOX).close();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> DataHome.open(home(), REAL))
                .withMessageContaining("was made for the Telegram sandbox")
                .withMessageContaining("asks for the real Telegram")
                .withMessageContaining("BOTYARD_DATA_DIR");
        DataHome.open(home(), SANDBOX).close();
    }

    @Test
    void twoProcessesAtOnceAreRefused() {
        try (var _ = DataHome.open(home(), SANDBOX)) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> DataHome.open(home(), SANDBOX))
                    .withMessageStartingWith("Another Botyard is running on " + home());
        }
    }

    @Test
    void onlyItsOwnerSeesIntoIt() throws IOException {
        DataHome.open(home(), SANDBOX).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home())))
                .isEqualTo("rwx------");
    }

    @Test
    void theFirstAdminsPasswordIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
        try (var home = DataHome.open(home(), SANDBOX)) {
            var first = home.firstAdmin(AdminWish.none());
            var later = home.firstAdmin(AdminWish.none());
            assertThat(first.news()).isTrue();
            assertThat(later.news()).isFalse();
            assertThat(later.password()).isEqualTo(first.password()).isPresent();
            var file = home().resolve("first-admin");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file)).contains(first.password().orElseThrow());
            assertThat(first.toString()).doesNotContain(first.password().orElseThrow());
        }
    }

    @Test
    void aPasswordOfTheOperatorsChoiceIsKeptNowhere() throws IOException {
        var wish = new AdminWish(Optional.of("op@example.org"), Optional.of("correct horse battery"));
        try (var home = DataHome.open(home(), SANDBOX)) {
            assertThat(home.firstAdmin(wish).password()).contains("correct horse battery");
            assertThat(Files.readString(home().resolve("first-admin")))
                    .contains("op@example.org")
                    .doesNotContain("correct horse battery");
            assertThat(home.firstAdmin(AdminWish.none()).password()).isEmpty();
        }
    }

    @Test
    void theDatabasesPasswordsStayTheSame() {
        try (var home = DataHome.open(home(), SANDBOX)) {
            assertThat(home.databasePasswords()).isEqualTo(home.databasePasswords());
        }
    }

    private Path home() {
        return parent.resolve("home");
    }
}
