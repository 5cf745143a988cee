package io.botyard.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A small file that nobody but its owner may read (0600), there as a whole or not at all. */
record OwnerOnlyFile(Path path) {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    Optional<List<String>> lines() {
        try {
            return Files.exists(path) ? Optional.of(Files.readAllLines(path)) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + path, failure);
        }
    }

    void write(List<String> lines) {
        try {
            var draft =
                    Files.createTempFile(path.getParent(), path.getFileName().toString(), ".draft", OWNER_ONLY);
            Files.write(draft, lines);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + path, failure);
        }
    }
}
