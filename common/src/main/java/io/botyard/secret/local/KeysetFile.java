package io.botyard.secret.local;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import io.botyard.secret.CipherUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A keyset on disk that only its owner may read. It is made once and grows by one key at a time, however many processes
 * use it, and each of them sees what another has added.
 */
final class KeysetFile {

    /** A lock on a file is held by a process, not by a thread. */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private final Path file;
    private volatile Seen seen;

    /** The keyset as it was when the file looked like this. */
    private record Seen(Look look, Keyset keyset) {}

    /** A file that was moved here is another one, also when it has the same time. */
    private record Look(@Nullable Object file, long modified, long size) {
        static Look at(Path path) throws IOException {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Look(attributes.fileKey(), attributes.lastModifiedTime().toMillis(), attributes.size());
        }
    }

    private KeysetFile(Path file, Seen seen) {
        this.file = file;
        this.seen = seen;
    }

    static KeysetFile openOrCreate(Path file) throws GeneralSecurityException {
        try {
            if (!Files.exists(file)) {
                new KeysetDraft(file).create(text(Keyset.fresh()));
            }
            return new KeysetFile(file, read(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot use the keyset file " + file, failure);
        }
    }

    /** As it is now. While the file cannot be read, or is not the one that was read before, as it was. */
    Keyset keyset() {
        var known = seen;
        try {
            return Look.at(file).equals(known.look()) ? known.keyset() : readAgain();
        } catch (IOException away) {
            return known.keyset();
        }
    }

    /** The same, also when the file does not look changed. */
    Keyset readAgain() {
        var known = seen;
        try {
            var now = read(file);
            if (now.keyset().continues(known.keyset())) {
                seen = now;
            }
        } catch (IOException | GeneralSecurityException notNow) {
            // What was read once goes on opening what it sealed; a rotation says what is wrong.
        }
        return seen.keyset();
    }

    /** With a key after {@code current}, made now or before. */
    Keyset rotatedFrom(int current) {
        return changed(current, keyset -> keyset.newest() == current, Keyset::withAnotherKey);
    }

    /** Without what the keys before this one opened. */
    Keyset retiredBefore(int oldest) {
        return changed(oldest, keyset -> keyset.oldest() < oldest, keyset -> keyset.retiredBefore(oldest));
    }

    private interface KeysetChange {
        Keyset of(Keyset keyset) throws GeneralSecurityException;
    }

    /** Where the file has the keys that are known here and this version, as whoever locks it finds it. */
    private Keyset changed(int version, Predicate<Keyset> isDue, KeysetChange change) {
        IN_THIS_PROCESS.lock();
        try (var lock = FileChannel.open(
                        file.resolveSibling(file.getFileName() + ".lock"),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        KeysetDraft.OWNER_ONLY);
                var _ = lock.lock()) {
            var now = read(file).keyset();
            if (!now.continues(seen.keyset()) || now.newest() < version) {
                throw new CipherUnavailable("the keyset file " + file + " lacks keys; put the right one back");
            }
            if (isDue.test(now)) {
                new KeysetDraft(file).replace(text(change.of(now)));
            }
            seen = read(file);
            return seen.keyset();
        } catch (IOException | GeneralSecurityException failure) {
            throw new CipherUnavailable("cannot change the keyset file " + file, failure);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    /** Looks before it reads: what comes in between is read once more. */
    private static Seen read(Path file) throws IOException, GeneralSecurityException {
        var look = Look.at(file);
        return new Seen(
                look,
                Keyset.of(TinkJsonProtoKeysetFormat.parseKeyset(
                        Files.readString(file), AeadConfig2026.get(), InsecureSecretKeyAccess.get())));
    }

    private static String text(Keyset keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                keyset.handle(), AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }
}
