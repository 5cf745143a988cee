package io.botyard.secret.local;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Keys in the order in which they were made; the last one seals. A key's version is its place, from 1, which it never
 * loses, because keys are only ever added; the first may be retired.
 */
record Keyset(KeysetHandle handle, Aead aead) {

    /** What Tink puts before a ciphertext: this, and the id of its key in four bytes. */
    private static final byte PREFIX = 1;

    private static final int PREFIX_LENGTH = 5;

    static Keyset of(KeysetHandle handle) throws GeneralSecurityException {
        if (!handle.getAt(handle.size() - 1).isPrimary()) {
            throw new GeneralSecurityException("the last key is not the one that seals");
        }
        return new Keyset(handle, handle.getPrimitive(AeadConfig2026.get(), Aead.class));
    }

    static Keyset fresh() throws GeneralSecurityException {
        return of(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
    }

    int newest() {
        return handle.size();
    }

    int oldest() {
        return IntStream.range(0, handle.size())
                        .filter(place -> handle.getAt(place).getStatus() == KeyStatus.ENABLED)
                        .findFirst()
                        .orElseThrow()
                + 1;
    }

    /** The version of the key that this came from, if it is one of these. */
    OptionalInt versionOf(byte[] ciphertext) {
        if (ciphertext.length < PREFIX_LENGTH || ciphertext[0] != PREFIX) {
            return OptionalInt.empty();
        }
        var place = ids().indexOf(ByteBuffer.wrap(ciphertext, 1, Integer.BYTES).getInt());
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place + 1);
    }

    /** Whether it has all keys of another, in their places. */
    boolean continues(Keyset other) {
        return newest() >= other.newest() && ids().subList(0, other.newest()).equals(other.ids());
    }

    Keyset withAnotherKey() throws GeneralSecurityException {
        var key = KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary();
        return of(KeysetHandle.newBuilder(handle)
                .setConfiguration(AeadConfig2026.get())
                .addEntry(key)
                .build());
    }

    /** Retired keys stay in their places. */
    Keyset retiredBefore(int version) throws GeneralSecurityException {
        var keys = KeysetHandle.newBuilder(handle).setConfiguration(AeadConfig2026.get());
        for (var place = 0; place < version - 1; place++) {
            keys.getAt(place).setStatus(KeyStatus.DISABLED);
        }
        return of(keys.build());
    }

    private List<Integer> ids() {
        return IntStream.range(0, handle.size())
                .mapToObj(place -> handle.getAt(place).getId())
                .toList();
    }
}
