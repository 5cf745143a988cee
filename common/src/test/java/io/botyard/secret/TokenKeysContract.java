package io.botyard.secret;

import static io.botyard.secret.TokenCipherContract.OWNER;
import static io.botyard.secret.TokenCipherContract.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.botyard.contract.SealedSecret;
import java.util.List;
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
    default void rule10WhatARetiredKeySealedOpensNoMoreAnywhereAndWhatTheOthersSealedDoes() {
        var first = cipher().encrypt(OWNER, SECRET);
        keys().rotateFrom(1);
        var second = cipher().encrypt(OWNER, SECRET);
        keys().rotateFrom(2);
        assertThat(keys().oldest()).isEqualTo(1);
        keys().retireBefore(2);
        for (var each : List.of(cipher(), otherCipher())) {
            assertThatExceptionOfType(SecretUnreadable.class).isThrownBy(() -> each.decrypt(OWNER, first));
            assertThat(TokenCipherContract.rewrap(each, OWNER, first)).isInstanceOf(Rewrapped.Unreadable.class);
            assertThat(each.decrypt(OWNER, second)).isEqualTo(SECRET);
        }
        assertThat(otherKeys().oldest()).isEqualTo(2);
        assertThat(otherKeys().newest()).as("versions stay as they are").isEqualTo(3);
        assertThat(keys().versionOf(second)).hasValue(2);
    }

    @Test
    default void aRetiredKeyStaysRetired() {
        keys().rotateFrom(1);
        keys().rotateFrom(2);
        keys().retireBefore(3);
        otherKeys().retireBefore(2);
        assertThat(keys().oldest()).isEqualTo(3);
        keys().rotateFrom(3);
        assertThat(keys().oldest()).isEqualTo(3);
    }

    @Test
    default void keysThatAreNotThereYetAreNotWaitedForByRetiringTheOthers() {
        assertThatExceptionOfType(CipherUnavailable.class).isThrownBy(() -> keys().retireBefore(2));
        assertThat(keys().oldest()).isEqualTo(1);
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
