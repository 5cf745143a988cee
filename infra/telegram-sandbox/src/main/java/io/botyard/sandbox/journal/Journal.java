package io.botyard.sandbox.journal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of lines that only grows. An appended line is with the operating system when {@link #append} returns, so it
 * survives kill -9 of this process; a deferred one follows with the next append or flush.
 * A last line that was cut off by a crash is removed on opening.
 *
 * <p>Not thread-safe: its owner holds the lock.
 */
public final class Journal implements Closeable {

    private static final int DEFERRED_AT_MOST = 64 * 1024;

    private final Path file;
    // Not a FileChannel: an interrupted writer would close it for everybody.
    private final RandomAccessFile out;
    private final ByteArrayOutputStream deferred = new ByteArrayOutputStream(DEFERRED_AT_MOST);
    private long end;

    private Journal(Path file, RandomAccessFile out, long end) {
        this.file = file;
        this.out = out;
        this.end = end;
    }

    public static Journal open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw");
        long end = LastLine.endOf(out);
        out.setLength(end);
        out.seek(end);
        return new Journal(file, out, end);
    }

    /** Writes the line, after everything that was deferred, and answers its offset. */
    public long append(byte[] line) {
        long offset = end + deferred.size();
        deferred.writeBytes(line);
        deferred.write('\n');
        flush();
        return offset;
    }

    public void defer(byte[] line) {
        deferred.writeBytes(line);
        deferred.write('\n');
        if (deferred.size() >= DEFERRED_AT_MOST) {
            flush();
        }
    }

    public void flush() {
        if (deferred.size() == 0) {
            return;
        }
        try {
            byte[] bytes = deferred.toByteArray();
            out.write(bytes);
            end += bytes.length;
            deferred.reset();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file.getFileName(), e);
        }
    }

    /** The lines from an offset up to what is written now; may be read while others append. */
    public Lines lines(long from) {
        flush();
        return Lines.of(file, from, end);
    }

    /** Forgets every line. */
    public void clear() {
        try {
            deferred.reset();
            out.setLength(0);
            out.seek(0);
            end = 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty " + file.getFileName(), e);
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
