package io.botyard.secret.local;

import io.botyard.keyfile.DurableFiles;
import io.botyard.keyfile.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A keyset that is to be in a file, beside it and on disk first: the file is there as it was or as it will be. */
final class KeysetDraft {

    static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;

    KeysetDraft(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Unless another process did meanwhile. */
    void create(String text) throws IOException {
        new KeyFile(file).makeSecret(text);
    }

    /** Only under the file's lock: the draft of a process that died has the same name and is overwritten. */
    void replace(String text) throws IOException {
        publish(prepare(text));
    }

    Path prepare(String text) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, OWNER_ONLY);
        DurableFiles.write(draft, text);
        return draft;
    }

    private void publish(Path draft) throws IOException {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.keepNames(directory());
    }

    private Path directory() {
        var parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " is no file");
        }
        return parent;
    }
}
