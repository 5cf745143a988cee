package io.botyard.embedded.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once. */
final class PostgresPrograms {

    /** What the name of the unpacked folder says, so that another version is unpacked beside it. */
    private static final String VERSION = "postgresql-18.6";

    private final Path home;

    private PostgresPrograms(Path home) {
        this.home = home;
    }

    /** Unpacks them where they are missing. Several processes may do so at the same time. */
    static PostgresPrograms in(Path directory) {
        var home = directory.toAbsolutePath().resolve(VERSION);
        try {
            if (!Files.exists(home)) {
                Files.createDirectories(directory);
                var draft = Files.createTempDirectory(directory.toAbsolutePath(), VERSION);
                unpack(draft);
                publish(draft, home);
            }
            return new PostgresPrograms(home);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot unpack PostgreSQL to " + home, failure);
        }
    }

    String path(String program) {
        return home.resolve("bin").resolve(program).toString();
    }

    private static void unpack(Path target) throws IOException {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var packed = archive();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(content, file);
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
        }
    }

    private static InputStream archive() throws IOException {
        var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("Linux", machine);
        if (archive == null) {
            throw new IOException("no PostgreSQL comes along for this machine: " + machine);
        }
        return archive;
    }

    private static void publish(Path draft, Path home) throws IOException {
        try {
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException another) {
            if (!Files.exists(home)) {
                throw another;
            }
            try (var files = Files.walk(draft)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
