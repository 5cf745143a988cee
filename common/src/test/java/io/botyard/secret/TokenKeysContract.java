package io.botyard.secret;

import static io.botyard.secret.TokenCipherContract.OWNER;
import static io.botyard.secret.TokenCipherContract.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.botyard.contract.SealedSecret;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What all keys promise; each implementation runs it, with a cipher on the same keys. */
public interface TokenKeysContract {

    TokenCipher cipher();

    TokenKeys keys();

    /** The same keys as another process sees them; they were open before anything is done to the first. */
    TokenKeys otherKeys();

    /** A cipher on those. */
    TokenCipher otherCipher();

    @Test
    default void rule10WhatAnOldKeySealedStaysReadableAndIsSealedAnewUnderTheNewest() {
        var old = cipher().encrypt(OWNER, SECRET);
        assertThat(keys().versionOf(old)).hasValue(1);
        for (var version = 1; version <= 3; version++) {
            assertThat(keys().rotateFrom(version)).isEqualTo(version + 1);
            assertThat(keys().newest()).isEqualTo(version + 1);
            assertThat(cipher().decrypt(OWNER, old)).isEqualTo(SECRET);
            assertThat(keys().versionOf(old)).hasValue(1);
            var rewrapped = TokenCipherContract.rewrapped(cipher(), OWNER, old);
            assertThat(keys().versionOf(rewrapped)).hasValue(version + 1);
            assertThat(cipher().decrypt(OWNER, rewrapped)).isEqualTo(SECRET);
        }
    }

    @Test
    default void aRotationAskedForAgainIsTheSameOne() {
        assertThat(keys().rotateFrom(1)).isEqualTo(2);
        assertThat(keys().rotateFrom(1)).isEqualTo(2);
        assertThat(otherKeys().rotateFrom(1)).isEqualTo(2);
        assertThat(keys().newest()).isEqualTo(2);
    }

    @Test
    default void manyAtOnceMakeOneKey() {
        var versions = IntStream.range(0, 32)
                .parallel()
                .map(_ -> keys().rotateFrom(1))
                .boxed()
                .toList();
        assertThat(versions).containsOnly(2);
        assertThat(keys().newest()).isEqualTo(2);
    }

    @Test
    default void anotherProcessSealsUnderANewKeyAndOpensWhatItSealed() {
        keys().rotateFrom(1);
        assertThat(otherKeys().newest()).isEqualTo(2);
        assertThat(otherKeys().versionOf(otherCipher().encrypt(OWNER, SECRET))).hasValue(2);
        otherKeys().rotateFrom(2);
        var sealed = otherCipher().encrypt(OWNER, SECRET);
        assertThat(cipher().decrypt(OWNER, sealed)).isEqualTo(SECRET);
        assertThat(keys().versionOf(sealed)).hasValue(3);
    }

    @Test
    default void whatIsNotOursHasNoVersion() {
        for (var strange : new String[] {"", "nonsense", "tink:", "tink:AAAA", "tink:%%%"}) {
            assertThat(keys().versionOf(new SealedSecret(strange))).isEmpty();
        }
    }

    @Test
    default void aVersionThatIsNotThereYetIsNotRotatedFrom() {
        assertThatExceptionOfType(CipherUnavailable.class).isThrownBy(() -> keys().rotateFrom(2));
        assertThat(keys().newest()).isEqualTo(1);
    }
}
