package io.botyard.secret.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
        Files.createDirectories(directory());
        var draft = Files.createTempFile(directory(), "keyset", ".draft", OWNER_ONLY);
        try {
            write(draft, text);
            // A link, unlike a move, never replaces the keyset that another process made meanwhile.
            Files.createLink(file, draft);
            keepDirectory();
        } catch (FileAlreadyExistsException another) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    /** Only under the file's lock: the draft of a process that died has the same name and is overwritten. */
    void replace(String text) throws IOException {
        publish(prepare(text));
    }

    Path prepare(String text) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, OWNER_ONLY);
        write(draft, text);
        return draft;
    }

    private void publish(Path draft) throws IOException {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        keepDirectory();
    }

    private static void write(Path draft, String text) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Without this a power cut may forget the new name. */
    private void keepDirectory() throws IOException {
        try (var channel = FileChannel.open(directory(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path directory() {
        var parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " is no file");
        }
        return parent;
    }
}
