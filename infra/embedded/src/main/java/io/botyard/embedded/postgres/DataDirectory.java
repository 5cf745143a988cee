package io.botyard.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;

/** A server's rows on disk. Either whole or not there: a half-made one is made again. */
final class DataDirectory {

    private final Path directory;
    private final PostgresPrograms programs;

    DataDirectory(Path directory, PostgresPrograms programs) {
        this.directory = directory;
        this.programs = programs;
    }

    void makeIfMissing(String password) {
        if (Files.exists(directory.resolve("PG_VERSION"))) {
            return;
        }
        try {
            Files.createDirectories(directory.getParent());
            var draft = directory.resolveSibling(directory.getFileName() + ".draft");
            deleteTree(draft);
            initialise(draft, password);
            Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make " + directory, failure);
        }
    }

    private void initialise(Path draft, String password) throws IOException {
        var passwordFile = Files.createTempFile(
                directory.getParent(),
                "postgres",
                ".password",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, password);
            ServerCommand.run(List.of(
                    programs.path("initdb"),
                    "--pgdata=" + draft,
                    "--username=" + DatabaseLayout.SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--set=" + EmbeddedDatabase.ONE_ROUND,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions"));
        } finally {
            Files.delete(passwordFile);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
