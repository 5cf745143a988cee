package io.botyard.standalone;

import io.botyard.embedded.DirectoryLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The directory that holds everything, and who may use it: one process, for one Telegram, as its owner. */
final class DataHome implements AutoCloseable {

    /** Set by {@code mvn -Pup}. */
    private static final String UNPACKED_BY_BUILD = "botyard.programs";

    private final Path directory;
    private final DirectoryLock lock;

    private DataHome(Path directory, DirectoryLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Makes it where it is missing.
     *
     * @throws Refused when another process uses it, it was made for another Telegram, or it cannot be written
     */
    static DataHome open(Path directory, WhichTelegram telegram) {
        make(directory);
        var lock = DirectoryLock.tryAcquire(directory.resolve("lock"))
                .orElseThrow(() -> new Refused("Another Botyard is running on " + directory
                        + ". Stop it first, or give this one a directory of its own with BOTYARD_DATA_DIR."));
        try {
            var home = new DataHome(directory, lock);
            home.remember(telegram);
            return home;
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    Path directory() {
        return directory;
    }

    Path logs() {
        return directory.resolve("logs");
    }

    /** PostgreSQL itself, unpacked here unless the build that starts this did it already. */
    Path programs() {
        return Path.of(System.getProperty(
                UNPACKED_BY_BUILD, directory.resolve("programs").toString()));
    }

    Path database() {
        return directory.resolve("postgresql");
    }

    Path broker() {
        return directory.resolve("kafka");
    }

    Path sandbox() {
        return directory.resolve("telegram-sandbox");
    }

    Path keyset() {
        return directory.resolve("keyset.json");
    }

    Path gatewayKeys() {
        return directory.resolve("gateway-keys");
    }

    Path auditKeys() {
        return directory.resolve("audit-keys");
    }

    Path auditState() {
        return directory.resolve("audit-state");
    }

    FirstAdmin firstAdmin(AdminWish wish) {
        return FirstAdmin.in(directory.resolve("first-admin"), wish);
    }

    DatabasePasswords databasePasswords() {
        return DatabasePasswords.in(directory.resolve("database-passwords"));
    }

    @Override
    public void close() {
        lock.close();
    }

    private void remember(WhichTelegram telegram) {
        var file = new OwnerOnlyFile(directory.resolve("telegram"));
        var now = telegram.remembered();
        var before = file.lines().flatMap(lines -> lines.stream().findFirst());
        if (before.isEmpty()) {
            file.write(List.of(now));
        } else if (!before.get().equals(now)) {
            throw new Refused(directory + " was made for " + spoken(before.get()) + ", and this start asks for "
                    + telegram.spoken() + ". Bots of one are unknown to the other: give this one a directory of its own"
                    + " with BOTYARD_DATA_DIR, or put BOTYARD_TELEGRAM_API_URL back.");
        }
    }

    private static String spoken(String remembered) {
        return remembered.equals(new WhichTelegram.Sandbox().remembered())
                ? new WhichTelegram.Sandbox().spoken()
                : new WhichTelegram.Server(URI.create(remembered)).spoken();
    }

    /**
     * So that only its owner sees into it.
     *
     * @throws Refused when it is there and cannot be written
     */
    static void make(Path directory) {
        try {
            if (Files.notExists(directory)) {
                Files.createDirectories(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make " + directory, failure);
        }
        if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw new Refused(directory + " cannot be written. Make it yours, or name another with BOTYARD_DATA_DIR.");
        }
    }
}
