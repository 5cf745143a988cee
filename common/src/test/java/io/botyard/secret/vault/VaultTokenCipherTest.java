package io.botyard.secret.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botyard.contract.SealedSecret;
import io.botyard.secret.CipherUnavailable;
import io.botyard.secret.OwnedSecret;
import io.botyard.secret.Rewrapped;
import io.botyard.secret.TokenCipherContract;
import io.botyard.secret.TokenSealer;
import io.botyard.secret.TokenSealerContract;
import io.botyard.standin.Fault;
import io.botyard.standin.PreparedVault;
import io.botyard.standin.VaultStandIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Vault's answers are believed only where they are whole, and each service may do what its policy says. */
class VaultTokenCipherTest implements TokenSealerContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final List<AutoCloseable> open = new ArrayList<>();
    private PreparedVault prepared;
    private VaultStandIn vault;
    private VaultTokenCipher one;
    private VaultTokenCipher other;

    @BeforeEach
    void prepare(@TempDir Path directory) {
        prepared = kept(PreparedVault.in(directory));
        vault = prepared.server();
        one = cipher(tokenOf(PreparedVault.EVERYTHING), vault.address());
        other = cipher(tokenOf(PreparedVault.EVERYTHING), vault.address());
    }

    @AfterEach
    void close() throws Exception {
        for (var closeable : open) {
            closeable.close();
        }
    }

    @Override
    public TokenSealer one() {
        return one;
    }

    @Override
    public TokenSealer other() {
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
        var second = kept(vault.startAnother());
        var cipher = cipher(tokenOf(PreparedVault.EVERYTHING), vault.address(), second.address());
        var sealed = cipher.encrypt(OWNER, SECRET);
        vault.has(fault == Fault.EMPTY ? Fault.SEALED : fault);
        assertThat(cipher.decrypt(OWNER, sealed)).isEqualTo(SECRET);
    }

    @Test
    void theFirstServerIsAskedAgainWhenTheSecondFails() {
        var second = kept(vault.startAnother());
        var cipher = cipher(tokenOf(PreparedVault.EVERYTHING), vault.address(), second.address());
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
                .hasMessageContaining("does not let this service use transit/decrypt/" + PreparedVault.KEY);
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
        var cipher = cipher("no-such-key", TIMEOUT, tokenOf(PreparedVault.EVERYTHING), vault.address());
        assertThatThrownBy(() -> cipher.encrypt(OWNER, SECRET))
                .isInstanceOf(CipherUnavailable.class)
                .hasMessageContaining("encryption key not found");
    }

    @Test
    void anAnswerThatNobodyCanUseIsNotReadToItsEnd() {
        var cipher =
                cipher(PreparedVault.KEY, Duration.ofMinutes(1), tokenOf(PreparedVault.EVERYTHING), vault.address());
        vault.has(Fault.LONG);
        // It would be right in the end, and in time.
        assertThatThrownBy(() -> cipher.encrypt(OWNER, SECRET)).hasMessage("Vault does not answer: IOException");
    }

    private VaultTokenCipher cipher(VaultLogin login, URI... addresses) {
        return cipher(PreparedVault.KEY, TIMEOUT, login, addresses);
    }

    private VaultTokenCipher cipher(String key, Duration timeout, VaultLogin login, URI... addresses) {
        var settings = new VaultSettings(List.of(addresses), null, "transit", key, null, timeout);
        return kept(VaultTokenCipher.of(settings, login, Clock.systemUTC()));
    }

    private <T extends AutoCloseable> T kept(T closeable) {
        open.add(closeable);
        return closeable;
    }

    private VaultLogin tokenOf(String policy) {
        return new VaultLogin.Token(prepared.tokenOf(policy));
    }
}
