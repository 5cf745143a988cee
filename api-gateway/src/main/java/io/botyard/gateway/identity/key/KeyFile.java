package io.botyard.gateway.identity.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A file that only its owner may read, made once and whole, however many gateways start at the same time. */
final class KeyFile {

    private static final String OWNER_ONLY = "rw-------";

    private KeyFile() {}

    /** What is in the file; where there is none, this content becomes it unless another process is faster. */
    static String readOrMake(Path file, Supplier<String> content) {
        try {
            if (Files.notExists(file)) {
                make(file, content.get());
            }
            return Files.readString(file);
        } catch (IOException unusable) {
            throw new UncheckedIOException("the key file " + file + " cannot be used", unusable);
        }
    }

    private static void make(Path file, String content) throws IOException {
        var directory = Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = Files.createTempFile(
                directory,
                ".key",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        try {
            Files.writeString(draft, content);
            linkUnlessThere(draft, file);
        } finally {
            Files.delete(draft);
        }
    }

    private static void linkUnlessThere(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherGatewayWasFaster) {
            return;
        }
    }
}
