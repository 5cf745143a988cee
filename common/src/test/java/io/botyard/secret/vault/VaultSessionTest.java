package io.botyard.secret.vault;

import static io.botyard.secret.TokenCipherContract.OWNER;
import static io.botyard.secret.TokenCipherContract.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.botyard.secret.CipherUnavailable;
import io.botyard.standin.Asked;
import io.botyard.standin.Fault;
import io.botyard.standin.PreparedVault;
import io.botyard.standin.VaultStandIn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that was let in stays in, and one that is not let in says why and does not insist. */
class VaultSessionTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path directory;

    private final InstantSource time = () -> now().instant();
    private final List<VaultTokenCipher> open = new ArrayList<>();
    private volatile Clock now = Clock.systemUTC();
    private PreparedVault prepared;
    private VaultStandIn vault;
    private VaultTokenCipher one;

    @BeforeEach
    void prepare() {
        prepared = PreparedVault.in(directory);
        vault = prepared.server();
        one = cipher(new VaultLogin.Token(prepared.tokenOf(PreparedVault.EVERYTHING)));
    }

    @AfterEach
    void close() {
        open.forEach(VaultTokenCipher::close);
        prepared.close();
    }

    @Test
    void anAppRoleAndAServiceAccountAreLetIn() {
        vault.root().role("approle", "worker", "its-secret", "worker", DAY, DAY);
        vault.root().role("kubernetes", "botyard-worker", "its-jwt", "worker", DAY, DAY);
        var sealed = one.encrypt(OWNER, SECRET);
        for (var login : List.of(
                new VaultLogin.AppRole("approle", "worker", prepared.file("secret-id", "its-secret\n")),
                new VaultLogin.Kubernetes("kubernetes", "botyard-worker", prepared.file("jwt", "its-jwt")))) {
            assertThat(cipher(login).decrypt(OWNER, sealed)).isEqualTo(SECRET);
        }
    }

    @Test
    void aLoginThatVaultDoesNotKnowIsSaidWithoutItsSecret() {
        vault.root().role("approle", "worker", "its-secret", "worker", DAY, DAY);
        var cipher = cipher(new VaultLogin.AppRole("approle", "worker", prepared.file("secret-id", "another-secret")));
        assertThatThrownBy(() -> cipher.encrypt(OWNER, SECRET))
                .isInstanceOf(CipherUnavailable.class)
                .hasMessageContaining("invalid role or secret ID")
                .hasMessageNotContaining("another-secret");
    }

    @Test
    void aTokenIsRenewedInTimeAndReplacedAtItsMaximum() {
        vault.root()
                .role(
                        "approle",
                        "worker",
                        "its-secret",
                        PreparedVault.EVERYTHING,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5));
        var cipher = cipher(new VaultLogin.AppRole("approle", "worker", prepared.file("secret-id", "its-secret")));
        var sealed = cipher.encrypt(OWNER, SECRET);
        await().atMost(Duration.ofSeconds(20)).until(() -> logins() >= 2);
        assertThat(vault.asked()).extracting(Asked::path).contains("auth/token/renew-self");
        assertThat(cipher.decrypt(OWNER, sealed)).isEqualTo(SECRET);
    }

    @Test
    void aTokenThatIsGoodNoMoreIsReplacedAtTheNextRequest() {
        vault.root().role("approle", "worker", "its-secret", PreparedVault.EVERYTHING, DAY, DAY);
        var cipher = cipher(new VaultLogin.AppRole("approle", "worker", prepared.file("secret-id", "its-secret")));
        var sealed = cipher.encrypt(OWNER, SECRET);
        // A refusal right after a login is about the policy.
        now = Clock.offset(now, Duration.ofSeconds(3));
        vault.root().revokeAll();
        assertThat(cipher.decrypt(OWNER, sealed)).isEqualTo(SECRET);
        assertThat(logins()).isEqualTo(2);
    }

    @Test
    void aServiceThatMayNotDoesNotLogInAgainAndAgain() {
        vault.root().role("approle", "gateway", "its-secret", "gateway", DAY, DAY);
        var cipher = cipher(new VaultLogin.AppRole("approle", "gateway", prepared.file("secret-id", "its-secret")));
        var sealed = one.encrypt(OWNER, SECRET);
        var begun = System.nanoTime();
        for (var i = 0; i < 20; i++) {
            assertThatExceptionOfType(CipherUnavailable.class).isThrownBy(() -> cipher.decrypt(OWNER, sealed));
        }
        var seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        assertThat(logins()).as("one in two seconds at most").isLessThanOrEqualTo(1 + seconds / 2);
    }

    /** Each would wait for the whole time-out, and the last one for all of them. */
    @Test
    void whoNeedsALoginWhileVaultIsSilentDoesNotWaitForThoseBefore() {
        vault.root().role("approle", "worker", "its-secret", PreparedVault.EVERYTHING, DAY, DAY);
        var cipher = cipher(new VaultLogin.AppRole("approle", "worker", prepared.file("secret-id", "its-secret")));
        vault.has(Fault.SILENT);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> cipher.encrypt(OWNER, SECRET)))
                    .toList();
            asked.forEach(one -> assertThatThrownBy(one::get).hasCauseInstanceOf(CipherUnavailable.class));
        }
        assertThat(logins()).isLessThanOrEqualTo(2);
        vault.has(Fault.NONE);
        now = Clock.offset(now, Duration.ofSeconds(2));
        assertThat(cipher.decrypt(OWNER, cipher.encrypt(OWNER, SECRET))).isEqualTo(SECRET);
    }

    /** Vault says whole seconds, and zero also of a token without an end. */
    @Test
    void aTokenInItsLastSecondIsNotTakenForOneWithoutAnEnd() {
        var login = new VaultLogin.Token(
                prepared.file("short", vault.root().token(PreparedVault.EVERYTHING, Duration.ofMillis(900))));
        var cipher = cipher(login);
        assertThatExceptionOfType(CipherUnavailable.class).isThrownBy(() -> cipher.encrypt(OWNER, SECRET));
    }

    @Test
    void aLoginThatIsNoneIsSaidWithItsFileAndWithoutItsText() {
        for (var text : List.of("", " \n", "two\nlines")) {
            var file = prepared.file("odd", text);
            var cipher = cipher(new VaultLogin.Token(file));
            assertThatThrownBy(() -> cipher.encrypt(OWNER, SECRET))
                    .isInstanceOf(CipherUnavailable.class)
                    .hasMessage("the login in " + file + " is not one line of visible characters");
        }
    }

    @Test
    void aLoginThatCannotBeReadIsSaidWithItsFile() {
        var missing = directory.resolve("missing");
        var cipher = cipher(new VaultLogin.Token(missing));
        assertThatThrownBy(() -> cipher.encrypt(OWNER, SECRET))
                .isInstanceOf(CipherUnavailable.class)
                .hasMessageContaining(missing.toString());
    }

    private Clock now() {
        return now;
    }

    private long logins() {
        return vault.asked().stream()
                .map(Asked::path)
                .filter("auth/approle/login"::equals)
                .count();
    }

    private VaultTokenCipher cipher(VaultLogin login) {
        var settings = new VaultSettings(List.of(vault.address()), null, "transit", PreparedVault.KEY, null, TIMEOUT);
        var cipher = VaultTokenCipher.of(settings, login, time.withZone(ZoneOffset.UTC));
        open.add(cipher);
        return cipher;
    }
}
