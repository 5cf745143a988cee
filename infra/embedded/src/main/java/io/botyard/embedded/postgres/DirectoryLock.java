package io.botyard.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One process at a time uses a directory. The system gives the lock back when its holder dies, however it dies. */
final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * The lock lies beside the directory.
     *
     * @throws IllegalStateException when another process has it
     */
    static DirectoryLock of(Path directory) {
        try {
            Files.createDirectories(directory.getParent());
            var file = directory.resolveSibling(directory.getFileName() + ".lock");
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new IllegalStateException("another process uses " + directory);
            }
            return new DirectoryLock(channel);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot lock " + directory, failure);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException thisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
