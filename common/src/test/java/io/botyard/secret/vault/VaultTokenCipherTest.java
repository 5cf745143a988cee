package io.botyard.secret.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.SealedSecret;
import io.botyard.secret.CipherUnavailable;
import io.botyard.secret.OwnedSecret;
import io.botyard.secret.Rewrapped;
import io.botyard.secret.TokenCipher;
import io.botyard.secret.TokenCipherContract;
import io.botyard.secret.TokenKeys;
import io.botyard.secret.TokenKeysContract;
import io.botyard.standin.Fault;
import io.botyard.standin.VaultStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Vault's answers are believed only where they are whole, and a service that was let in stays in. */
class VaultTokenCipherTest implements TokenCipherContract, TokenKeysContract {

    private static final String KEY = "botyard-tokens";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Path POLICIES = Path.of("../infra/vault");

    @TempDir
    private Path directory;

    private final VaultStandIn vault = VaultStandIn.start();
    private final List<AutoCloseable> open = new ArrayList<>(List.of(vault));
    private final InstantSource time = () -> Instant.now().plus(later());
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private volatile Duration later = Duration.ZERO;
    private VaultTokenCipher one;
    private VaultTokenCipher other;

    @BeforeEach
    void prepare() throws IOException {
        vault.createKey(KEY);
        vault.policy("everything", """
                path "transit/*" { capabilities = ["read", "update"] }
                """);
        for (var service : List.of("gateway", "worker", "operator")) {
            vault.policy(service, Files.readString(POLICIES.resolve(service + ".hcl")));
        }
        one = cipher(tokenOf("everything"), vault.address());
        other = cipher(tokenOf("everything"), vault.address());
    }

    @AfterEach
    void close() throws Exception {
        for (var closeable : open) {
            closeable.close();
        }
    }

    @Override
    public TokenCipher cipher() {
        return one;
    }

    @Override
    public TokenKeys keys() {
        return one;
    }

    @Override
    public TokenCipher otherCipher() {
        return other;
    }

    @Override
    public TokenKeys otherKeys() {
        return other;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whateverIsWrongWithVaultNothingIsSaidToBeWrongWithTheSecret(Fault fault) {
        var sealed = one.encrypt(OWNER, SECRET);
        vault.has(fault);
        assertThatExceptionOfType(CipherUnavailable.class).isThrownBy(() -> one.encrypt(OWNER, SECRET));
        assertThatExceptionOfType(CipherUnavailable.class).isThrownBy(() -> one.decrypt(OWNER, sealed));
        assertThatExceptionOfType(CipherUnavailable.class).isThrownBy(() -> one.newest());
        vault.has(Fault.NONE);
        assertThat(one.decrypt(OWNER, sealed)).isEqualTo(SECRET);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void anotherServerOfTheSameVaultIsAskedInstead(Fault fault) {
        var second = vault.startAnother();
        open.add(second);
        var cipher = cipher(tokenOf("everything"), vault.address(), second.address());
        var sealed = cipher.encrypt(OWNER, SECRET);
        vault.has(fault == Fault.EMPTY ? Fault.SEALED : fault);
        assertThat(cipher.decrypt(OWNER, sealed)).isEqualTo(SECRET);
    }

    @Test
    void theFirstServerIsAskedAgainWhenTheSecondFails() {
        var second = vault.startAnother();
        open.add(second);
        var cipher = cipher(tokenOf("everything"), vault.address(), second.address());
        vault.has(Fault.SEALED);
        var sealed = cipher.encrypt(OWNER, SECRET);
        vault.has(Fault.NONE);
        second.has(Fault.SEALED);
        assertThat(cipher.decrypt(OWNER, sealed)).isEqualTo(SECRET);
    }

    @Test
    void aGatewayCannotReadBackWhatItSealed() {
        var gateway = cipher(tokenOf("gateway"), vault.address());
        var sealed = gateway.encrypt(OWNER, SECRET);
        assertThatThrownBy(() -> gateway.decrypt(OWNER, sealed))
                .isInstanceOf(CipherUnavailable.class)
                .hasMessageContaining("does not let this service use transit/decrypt/" + KEY);
        assertThatExceptionOfType(CipherUnavailable.class)
                .isThrownBy(() -> TokenCipherContract.rewrapped(gateway, OWNER, sealed));
        assertThatExceptionOfType(CipherUnavailable.class).isThrownBy(() -> gateway.rotateFrom(1));
    }

    @Test
    void aWorkerOpensAndSealsAnewAndNeitherMakesNorRetiresAKey() {
        var worker = cipher(tokenOf("worker"), vault.address());
        var sealed = one.encrypt(OWNER, SECRET);
        assertThat(worker.decrypt(OWNER, TokenCipherContract.rewrapped(worker, OWNER, sealed)))
                .isEqualTo(SECRET);
        assertThatExceptionOfType(CipherUnavailable.class).isThrownBy(() -> worker.rotateFrom(1));
        one.rotateFrom(1);
        assertThatExceptionOfType(CipherUnavailable.class).isThrownBy(() -> worker.retireBefore(2));
    }

    @Test
    void anOperatorMakesTheNextKeyRetiresTheLastAndOpensNothing() {
        var operator = cipher(tokenOf("operator"), vault.address());
        assertThat(operator.rotateFrom(1)).isEqualTo(2);
        operator.retireBefore(2);
        assertThat(operator.oldest()).isEqualTo(2);
        var sealed = one.encrypt(OWNER, SECRET);
        assertThatExceptionOfType(CipherUnavailable.class).isThrownBy(() -> operator.decrypt(OWNER, sealed));
    }

    @Test
    void aKeyThatThisServerDoesNotKnowYetMayBeKnownLater() {
        var future = new SealedSecret(one.encrypt(OWNER, SECRET).value().replace("vault:v1:", "vault:v2:"));
        assertThatExceptionOfType(CipherUnavailable.class).isThrownBy(() -> one.decrypt(OWNER, future));
    }

    @Test
    void oneThatOpensLaterKeepsNobodyElseFromBeingSealedAnew() {
        var sealed = one.encrypt(OWNER, SECRET);
        var future = new SealedSecret(sealed.value().replace("vault:v1:", "vault:v2:"));
        var results = one.rewrap(List.of(new OwnedSecret(OWNER, future), new OwnedSecret(OWNER, sealed)));
        assertThat(results.getFirst()).isInstanceOf(Rewrapped.NotNow.class);
        assertThat(results.getLast()).isInstanceOf(Rewrapped.Done.class);
    }

    @Test
    void aKeyThatIsNotThereIsSaid() {
        var settings = new VaultSettings(List.of(vault.address()), null, "transit", "no-such-key", null, TIMEOUT);
        var cipher = kept(VaultTokenCipher.of(settings, tokenOf("everything"), clock));
        assertThatThrownBy(() -> cipher.encrypt(OWNER, SECRET))
                .isInstanceOf(CipherUnavailable.class)
                .hasMessageContaining("encryption key not found");
    }

    @Test
    void anAppRoleAndAServiceAccountAreLetIn() {
        vault.role("approle", "worker", "its-secret", "worker", DAY, DAY);
        vault.role("kubernetes", "botyard-worker", "its-jwt", "worker", DAY, DAY);
        var sealed = one.encrypt(OWNER, SECRET);
        for (var login : List.of(
                new VaultLogin.AppRole("approle", "worker", file("secret-id", "its-secret\n")),
                new VaultLogin.Kubernetes("kubernetes", "botyard-worker", file("jwt", "its-jwt")))) {
            assertThat(cipher(login, vault.address()).decrypt(OWNER, sealed)).isEqualTo(SECRET);
        }
    }

    @Test
    void aLoginThatVaultDoesNotKnowIsSaidWithoutItsSecret() {
        vault.role("approle", "worker", "its-secret", "worker", DAY, DAY);
        var cipher = cipher(
                new VaultLogin.AppRole("approle", "worker", file("secret-id", "another-secret")), vault.address());
        assertThatThrownBy(() -> cipher.encrypt(OWNER, SECRET))
                .isInstanceOf(CipherUnavailable.class)
                .hasMessageContaining("invalid role or secret ID")
                .hasMessageNotContaining("another-secret");
    }

    @Test
    void aTokenIsRenewedInTimeAndReplacedAtItsMaximum() {
        vault.role("approle", "worker", "its-secret", "everything", Duration.ofSeconds(2), Duration.ofSeconds(5));
        var cipher =
                cipher(new VaultLogin.AppRole("approle", "worker", file("secret-id", "its-secret")), vault.address());
        var sealed = cipher.encrypt(OWNER, SECRET);
        await().atMost(Duration.ofSeconds(20)).until(() -> logins() >= 2);
        assertThat(vault.asked()).contains("auth/token/renew-self");
        assertThat(cipher.decrypt(OWNER, sealed)).isEqualTo(SECRET);
    }

    @Test
    void aTokenThatIsGoodNoMoreIsReplacedAtTheNextRequest() {
        vault.role("approle", "worker", "its-secret", "everything", DAY, DAY);
        var cipher =
                cipher(new VaultLogin.AppRole("approle", "worker", file("secret-id", "its-secret")), vault.address());
        var sealed = cipher.encrypt(OWNER, SECRET);
        // A refusal right after a login is about the policy.
        later = Duration.ofSeconds(3);
        vault.revokeAll();
        assertThat(cipher.decrypt(OWNER, sealed)).isEqualTo(SECRET);
        assertThat(logins()).isEqualTo(2);
    }

    @Test
    void aServiceThatMayNotDoesNotLogInAgainAndAgain() {
        vault.role("approle", "gateway", "its-secret", "gateway", DAY, DAY);
        var cipher =
                cipher(new VaultLogin.AppRole("approle", "gateway", file("secret-id", "its-secret")), vault.address());
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
        vault.role("approle", "worker", "its-secret", "everything", DAY, DAY);
        var cipher =
                cipher(new VaultLogin.AppRole("approle", "worker", file("secret-id", "its-secret")), vault.address());
        vault.has(Fault.SILENT);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> cipher.encrypt(OWNER, SECRET)))
                    .toList();
            asked.forEach(one -> assertThatThrownBy(one::get).hasCauseInstanceOf(CipherUnavailable.class));
        }
        assertThat(logins()).isLessThanOrEqualTo(2);
        vault.has(Fault.NONE);
        later = Duration.ofSeconds(2);
        assertThat(cipher.decrypt(OWNER, cipher.encrypt(OWNER, SECRET))).isEqualTo(SECRET);
    }

    /** Vault says whole seconds, and zero also of a token without an end. */
    @Test
    void aTokenInItsLastSecondIsNotTakenForOneWithoutAnEnd() {
        var login = new VaultLogin.Token(file("short", vault.token("everything", Duration.ofMillis(900))));
        var cipher = cipher(login, vault.address());
        assertThatExceptionOfType(CipherUnavailable.class).isThrownBy(() -> cipher.encrypt(OWNER, SECRET));
    }

    @Test
    void anAnswerThatNobodyCanUseIsNotReadToItsEnd() {
        var settings = new VaultSettings(List.of(vault.address()), null, "transit", KEY, null, Duration.ofMinutes(1));
        var cipher = kept(VaultTokenCipher.of(settings, tokenOf("everything"), clock));
        vault.has(Fault.LONG);
        // It would be right in the end, and in time.
        assertThatThrownBy(() -> cipher.encrypt(OWNER, SECRET)).hasMessage("Vault does not answer: IOException");
    }

    @Test
    void aLoginThatIsNoneIsSaidWithItsFileAndWithoutItsText() {
        for (var text : List.of("", " \n", "two\nlines")) {
            var file = file("odd", text);
            var cipher = cipher(new VaultLogin.Token(file), vault.address());
            assertThatThrownBy(() -> cipher.encrypt(OWNER, SECRET))
                    .isInstanceOf(CipherUnavailable.class)
                    .hasMessage("the login in " + file + " is not one line of visible characters");
        }
    }

    @Test
    void aLoginThatCannotBeReadIsSaidWithItsFile() {
        var missing = directory.resolve("missing");
        var cipher = cipher(new VaultLogin.Token(missing), vault.address());
        assertThatThrownBy(() -> cipher.encrypt(OWNER, SECRET))
                .isInstanceOf(CipherUnavailable.class)
                .hasMessageContaining(missing.toString());
    }

    private Duration later() {
        return later;
    }

    private long logins() {
        return vault.asked().stream().filter("auth/approle/login"::equals).count();
    }

    private VaultTokenCipher cipher(VaultLogin login, URI... addresses) {
        return kept(VaultTokenCipher.of(
                new VaultSettings(List.of(addresses), null, "transit", KEY, null, TIMEOUT), login, clock));
    }

    private VaultTokenCipher kept(VaultTokenCipher cipher) {
        open.add(cipher);
        return cipher;
    }

    private VaultLogin tokenOf(String policy) {
        return new VaultLogin.Token(file("token-" + policy, vault.token(policy, DAY)));
    }

    private Path file(String name, String content) {
        try {
            return Files.writeString(directory.resolve(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
