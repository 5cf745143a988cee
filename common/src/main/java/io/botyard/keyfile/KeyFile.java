package io.botyard.keyfile;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that is made once, whole and on disk, however many processes start at the same time, and never changed. */
public record KeyFile(Path path) {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<PosixFilePermission> EVERYBODY_READS = PosixFilePermissions.fromString("rw-r--r--");

    public KeyFile {
        path = path.toAbsolutePath();
        if (path.getParent() == null) {
            throw new IllegalArgumentException(path + " is no file");
        }
    }

    /** Makes it with this content, for its owner alone (0600); does nothing where it is, or another process is faster. */
    public void makeSecret(String content) throws IOException {
        make(content, false);
    }

    /** Likewise, for everybody to read (0644). */
    public void makePublic(String content) throws IOException {
        make(content, true);
    }

    private void make(String content, boolean forEverybody) throws IOException {
        if (Files.exists(path)) {
            return;
        }
        var directory = Files.createDirectories(path.getParent());
        var draft = Files.createTempFile(directory, ".key", ".draft", OWNER_ONLY);
        try {
            DurableFiles.write(draft, content);
            if (forEverybody) {
                Files.setPosixFilePermissions(draft, EVERYBODY_READS);
            }
            // A link, unlike a move, never replaces what another process made meanwhile.
            Files.createLink(path, draft);
            DurableFiles.keepNames(directory);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            return;
        } finally {
            Files.delete(draft);
        }
    }
}
