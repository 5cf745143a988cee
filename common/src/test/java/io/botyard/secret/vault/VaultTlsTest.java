package io.botyard.secret.vault;

import static io.botyard.secret.TokenCipherContract.OWNER;
import static io.botyard.secret.TokenCipherContract.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botyard.secret.CipherUnavailable;
import io.botyard.standin.Authority;
import io.botyard.standin.PreparedVault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets are handed to a server that one of the certificates in the file vouches for, under its own name, and to no other. */
class VaultTlsTest {

    private static final String HERE = "ip:127.0.0.1";

    /** Longer than a handshake takes on a busy machine. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    private static Path directory;

    private static Authority ours;
    private static Authority another;

    @BeforeAll
    static void found() {
        ours = Authority.in(directory, "ours");
        another = Authority.in(directory, "another");
    }

    @Test
    void aServerIsBelievedWhoseCertificateLeadsToOneInTheFile() {
        try (var vault = PreparedVault.in(directory, ours.vouchingFor(HERE));
                var cipher = cipher(vault, ours.certificate())) {
            assertThat(vault.server().address()).hasScheme("https");
            assertThat(cipher.decrypt(OWNER, cipher.encrypt(OWNER, SECRET))).isEqualTo(SECRET);
        }
    }

    @Test
    void anyOfSeveralCertificatesWillDoWhateverStandsBetweenThem() throws IOException {
        var together = Files.writeString(
                directory.resolve("together.pem"),
                "# the old one\n" + Files.readString(another.certificate()) + "\n# the next one\n"
                        + Files.readString(ours.certificate()));
        for (var authority : List.of(ours, another)) {
            try (var vault = PreparedVault.in(directory, authority.vouchingFor(HERE));
                    var cipher = cipher(vault, together)) {
                assertThat(cipher.decrypt(OWNER, cipher.encrypt(OWNER, SECRET))).isEqualTo(SECRET);
            }
        }
    }

    @Test
    void aServerThatAnotherAuthorityVouchesForIsToldNothing() {
        try (var vault = PreparedVault.in(directory, another.vouchingFor(HERE))) {
            isToldNothing(vault, ours.certificate(), "PKIX path ");
        }
    }

    @Test
    void aFileReplacesWhomTheJdkTrustsAndWithoutOneTheyAlone() {
        try (var vault = PreparedVault.in(directory, ours.vouchingFor(HERE))) {
            isToldNothing(vault, null, "PKIX path ");
        }
    }

    @Test
    void aServerUnderAnothersNameIsToldNothing() {
        try (var vault = PreparedVault.in(directory, ours.vouchingFor("dns:vault.example.org"))) {
            isToldNothing(vault, ours.certificate(), "No subject alternative names matching IP address 127.0.0.1");
        }
    }

    @Test
    void aServerWithoutTlsIsToldNothing() {
        try (var vault = PreparedVault.in(directory)) {
            var address = URI.create(vault.server().address().toString().replace("http:", "https:"));
            try (var cipher = cipher(vault, address, ours.certificate(), Duration.ofSeconds(2))) {
                assertThatThrownBy(() -> cipher.encrypt(OWNER, SECRET)).isInstanceOf(CipherUnavailable.class);
            }
            assertThat(vault.server().asked()).isEmpty();
        }
    }

    private static void isToldNothing(PreparedVault vault, @Nullable Path caFile, String why) {
        try (var cipher = cipher(vault, caFile)) {
            assertThatThrownBy(() -> cipher.encrypt(OWNER, SECRET))
                    .isInstanceOf(CipherUnavailable.class)
                    .hasMessageStartingWith("Vault does not answer: SSLHandshakeException: ")
                    .hasMessageContaining(why);
        }
        assertThat(vault.server().asked()).isEmpty();
    }

    private static VaultTokenCipher cipher(PreparedVault vault, @Nullable Path caFile) {
        return cipher(vault, vault.server().address(), caFile, TIMEOUT);
    }

    private static VaultTokenCipher cipher(PreparedVault vault, URI address, @Nullable Path caFile, Duration timeout) {
        var token = vault.tokenOf(PreparedVault.EVERYTHING);
        return new VaultOptions(List.of(address), null, null, null, caFile, timeout, token, null, null)
                .open(Clock.systemUTC());
    }
}
