package io.botyard.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.botyard.contract.SealedSecret;
import io.botyard.contract.Secret;
import io.botyard.contract.UserId;
import org.junit.jupiter.api.Test;

/** What every cipher promises; each implementation runs it. */
public interface TokenCipherContract {

    UserId OWNER = new UserId(7);
    UserId OTHER = new UserId(8);
    Secret SECRET = new Secret("123456:marked-secret-that-must-not-show");

    TokenCipher cipher();

    @Test
    default void opensForItsOwner() {
        var sealed = cipher().encrypt(OWNER, SECRET);
        assertThat(cipher().decrypt(OWNER, sealed)).isEqualTo(SECRET);
    }

    @Test
    default void opensForNobodyElse() {
        var sealed = cipher().encrypt(OWNER, SECRET);
        assertThatExceptionOfType(SecretUnreadable.class).isThrownBy(() -> cipher().decrypt(OTHER, sealed));
        assertThatExceptionOfType(SecretUnreadable.class).isThrownBy(() -> cipher().rewrap(OTHER, sealed));
    }

    @Test
    default void doesNotOpenWhenItWasChanged() {
        var sealed = cipher().encrypt(OWNER, SECRET).value();
        var changed = sealed.substring(0, sealed.length() - 6) + "AAAA==";
        for (var broken : new String[] {changed, "", "nonsense", sealed + "x"}) {
            assertThatExceptionOfType(SecretUnreadable.class)
                    .isThrownBy(() -> cipher().decrypt(OWNER, new SealedSecret(broken)));
        }
    }

    @Test
    default void sealsDifferentlyEachTime() {
        assertThat(cipher().encrypt(OWNER, SECRET)).isNotEqualTo(cipher().encrypt(OWNER, SECRET));
    }

    @Test
    default void rewrapsWithoutChangingTheSecret() {
        var rewrapped = cipher().rewrap(OWNER, cipher().encrypt(OWNER, SECRET));
        assertThat(cipher().decrypt(OWNER, rewrapped)).isEqualTo(SECRET);
    }

    @Test
    default void showsNothingOfTheSecret() {
        var sealed = cipher().encrypt(OWNER, SECRET);
        assertThat(sealed.value()).doesNotContain("marked");
        assertThat(SECRET.toString()).doesNotContain("marked");
    }
}
