package io.botyard.secret.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botyard.standin.Authority;
import io.botyard.start.StartRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A setting that is missing or not usable is named. */
class VaultOptionsTest {

    private static final Path FILE = Path.of("token");

    @Test
    void whatIsMissingIsNamed() {
        refused("set botyard.secret.vault.addresses", options(null, FILE, null, null));
        refused("set botyard.secret.vault.addresses", options(List.of(), FILE, null, null));
        refused("set one of botyard.secret.vault.token-file", options(address(), null, null, null));
        refused(
                "set botyard.secret.vault.app-role.role-id",
                options(address(), null, new VaultOptions.AppRole(null, null, FILE), null));
        refused(
                "set botyard.secret.vault.app-role.secret-id-file",
                options(address(), null, new VaultOptions.AppRole(null, "worker", null), null));
        refused(
                "set botyard.secret.vault.kubernetes.role",
                options(address(), null, null, new VaultOptions.Kubernetes(null, null, null)));
    }

    @Test
    void thereIsOneWayToLogIn() {
        refused(
                "set one of botyard.secret.vault.token-file",
                options(address(), FILE, null, new VaultOptions.Kubernetes(null, "worker", null)));
    }

    @Test
    void anAddressIsThatOfAServerAndSecretsGoToAnotherMachineByTlsAlone() {
        for (var address : List.of(
                "http://vault:8200",
                "http://192.0.2.1:8200",
                "http:///v1",
                "https:///v1",
                "vault:8200",
                "https://vault:8200/behind/a/proxy",
                "https://somebody@vault:8200",
                "https://vault:8200?a=b")) {
            refused(
                    "botyard.secret.vault.addresses: " + address + " is not like https://vault-1:8200",
                    options(List.of(URI.create("https://vault:8200"), URI.create(address)), FILE, null, null));
        }
        for (var address :
                List.of("https://vault:8200", "https://vault:8200/", "http://127.0.0.1:8200", "http://[::1]:8200")) {
            options(List.of(URI.create(address)), FILE, null, null)
                    .open(Clock.systemUTC())
                    .close();
        }
    }

    @Test
    void certificatesThatCannotBeReadAreSaidWithTheSetting(@TempDir Path directory) throws IOException {
        var missing = directory.resolve("missing");
        refused("botyard.secret.vault.ca-file: " + missing + " cannot be read", trusting(missing));
        refused("botyard.secret.vault.ca-file: " + directory + " cannot be read", trusting(directory));
    }

    @Test
    void whatIsNotWholeCertificatesInPemIsSaidWithTheSetting(@TempDir Path directory) throws Exception {
        var pem = Files.readString(Authority.in(directory, "one").certificate());
        var key = "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n";
        var half = pem.substring(0, pem.length() / 2);
        var der = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(ISO_8859_1)))
                .getEncoded();
        for (var content :
                List.of("", "\n", "no certificate", key, half, pem + half, pem + key, new String(der, ISO_8859_1))) {
            var file = Files.writeString(directory.resolve("ca-file"), content, ISO_8859_1);
            refused(
                    "botyard.secret.vault.ca-file: " + file + " holds something else than whole certificates in PEM",
                    trusting(file));
        }
    }

    private static VaultOptions trusting(Path caFile) {
        return new VaultOptions(address(), null, null, null, caFile, null, FILE, null, null);
    }

    private static void refused(String message, VaultOptions options) {
        assertThatThrownBy(() -> options.open(Clock.systemUTC()))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(message);
    }

    private static List<URI> address() {
        return List.of(URI.create("https://vault:8200"));
    }

    private static VaultOptions options(
            @Nullable List<URI> addresses,
            @Nullable Path tokenFile,
            VaultOptions.@Nullable AppRole appRole,
            VaultOptions.@Nullable Kubernetes kubernetes) {
        return new VaultOptions(addresses, null, null, null, null, null, tokenFile, appRole, kubernetes);
    }
}
