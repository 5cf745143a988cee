package io.botyard.secret.vault;

import static io.botyard.secret.TokenCipherContract.OWNER;
import static io.botyard.secret.TokenCipherContract.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.botyard.secret.CipherUnavailable;
import io.botyard.secret.OwnedSecret;
import io.botyard.secret.Rewrapped;
import io.botyard.standin.Asked;
import io.botyard.standin.PreparedVault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is asked of Vault Enterprise is asked in the namespace that is set; what is in it is nowhere else. */
class VaultNamespaceTest {

    private static final String OURS = "teams/bots";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration DAY = Duration.ofDays(1);

    private final List<VaultTokenCipher> open = new ArrayList<>();
    private PreparedVault vault;

    @BeforeEach
    void prepare(@TempDir Path directory) {
        vault = PreparedVault.in(directory, OURS);
    }

    @AfterEach
    void close() {
        open.forEach(VaultTokenCipher::close);
        vault.close();
    }

    @Test
    void everyRequestWithATokenNamesIt() {
        var cipher = cipher(OURS, everything());
        var sealed = cipher.encrypt(OWNER, SECRET);
        assertThat(cipher.decrypt(OWNER, sealed)).isEqualTo(SECRET);
        cipher.rotateFrom(1);
        var owned = new OwnedSecret(OWNER, sealed);
        assertThat(cipher.rewrap(List.of(owned, owned))).hasSize(2).hasOnlyElementsOfType(Rewrapped.Done.class);
        cipher.retireBefore(2);
        assertThat(cipher.oldest()).isEqualTo(2);
        wasAskedInItAlone(
                "auth/token/lookup-self",
                "transit/encrypt/botyard-tokens",
                "transit/decrypt/botyard-tokens",
                "transit/rewrap/botyard-tokens",
                "transit/keys/botyard-tokens",
                "transit/keys/botyard-tokens/rotate",
                "transit/keys/botyard-tokens/config");
    }

    @Test
    void everyLoginNamesIt() {
        vault.namespace().role("approle", "worker", "its-secret", PreparedVault.EVERYTHING, DAY, DAY);
        vault.namespace().role("kubernetes", "worker", "its-jwt", PreparedVault.EVERYTHING, DAY, DAY);
        for (var login : List.of(
                new VaultLogin.AppRole("approle", "worker", vault.file("secret-id", "its-secret")),
                new VaultLogin.Kubernetes("kubernetes", "worker", vault.file("jwt", "its-jwt")))) {
            assertThat(cipher(OURS, login).newest()).isEqualTo(1);
        }
        wasAskedInItAlone("auth/approle/login", "auth/kubernetes/login", "transit/keys/botyard-tokens");
    }

    @Test
    void everyRenewalNamesIt() {
        var lease = Duration.ofSeconds(2);
        vault.namespace().role("approle", "worker", "its-secret", PreparedVault.EVERYTHING, lease, DAY);
        var cipher = cipher(OURS, new VaultLogin.AppRole("approle", "worker", vault.file("secret-id", "its-secret")));
        assertThat(cipher.newest()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> vault.server().asked().stream()
                        .anyMatch(asked -> asked.path().equals("auth/token/renew-self")));
        wasAskedInItAlone("auth/approle/login", "transit/keys/botyard-tokens", "auth/token/renew-self");
    }

    @Test
    void whoNamesNoneOrAnotherFindsNothingOfIt() {
        var sealed = cipher(OURS, everything()).encrypt(OWNER, SECRET);
        vault.server().namespace("teams/others").createKey(PreparedVault.KEY);
        for (var elsewhere : List.of("", "teams", "teams/others")) {
            var stranger = cipher(elsewhere, everything());
            assertThatExceptionOfType(CipherUnavailable.class).isThrownBy(() -> stranger.decrypt(OWNER, sealed));
        }
        var stranger = cipher(null, everything());
        assertThatExceptionOfType(CipherUnavailable.class).isThrownBy(() -> stranger.decrypt(OWNER, sealed));
    }

    /** Who is let in by the whole Vault and has no key there. */
    @Test
    void aKeyOfANamespaceIsNoKeyOfTheWholeVault() {
        var root = vault.server().root();
        root.policy("all", "path \"transit/*\" { capabilities = [\"read\", \"update\"] }");
        var cipher = cipher(null, new VaultLogin.Token(vault.file("root-token", root.token("all", DAY))));
        assertThatThrownBy(() -> cipher.encrypt(OWNER, SECRET)).hasMessageContaining("encryption key not found");
    }

    private void wasAskedInItAlone(String... paths) {
        assertThat(vault.server().asked()).extracting(Asked::namespace).containsOnly(OURS);
        assertThat(vault.server().asked().stream().map(Asked::path).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(paths);
    }

    private VaultLogin everything() {
        return new VaultLogin.Token(vault.tokenOf(PreparedVault.EVERYTHING));
    }

    private VaultTokenCipher cipher(@Nullable String namespace, VaultLogin login) {
        var settings = new VaultSettings(
                List.of(vault.server().address()), namespace, "transit", PreparedVault.KEY, null, TIMEOUT);
        var cipher = VaultTokenCipher.of(settings, login, Clock.systemUTC());
        open.add(cipher);
        return cipher;
    }
}
