package io.botyard.audit.trail.seal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that is made once and whole, however many instances start at the same time, and never changed. */
record KeyFile(Path path) {
    private static final String OWNER_ONLY = "rw-------";
    private static final String EVERYBODY_READS = "rw-r--r--";

    void makeSecret(String content) throws IOException {
        make(content, OWNER_ONLY);
    }

    void makePublic(String content) throws IOException {
        make(content, EVERYBODY_READS);
    }

    private void make(String content, String permissions) throws IOException {
        if (Files.exists(path)) {
            return;
        }
        var directory = Files.createDirectories(path.toAbsolutePath().getParent());
        var draft = Files.createTempFile(
                directory,
                ".key",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        try {
            Files.writeString(draft, content);
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(permissions));
            linkUnlessThere(draft);
        } finally {
            Files.delete(draft);
        }
    }

    private void linkUnlessThere(Path draft) throws IOException {
        try {
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            return;
        }
    }
}
