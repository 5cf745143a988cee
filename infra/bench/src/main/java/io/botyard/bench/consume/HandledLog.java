package io.botyard.bench.consume;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Writes down which records were handled, one after the other, in a file that survives kill -9; or nowhere. */
final class HandledLog {

    static final int LENGTH = 2 * Integer.BYTES;

    private final @Nullable FileChannel file;

    private HandledLog(@Nullable FileChannel file) {
        this.file = file;
    }

    static HandledLog nowhere() {
        return new HandledLog(null);
    }

    static HandledLog in(Path file) throws IOException {
        return new HandledLog(FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    void add(int key, int number) {
        if (file == null) {
            return;
        }
        try {
            file.write(ByteBuffer.allocate(LENGTH).putInt(key).putInt(number).flip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
