package io.botyard.sandbox.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whole lines of a journal, one after the other, up to a fixed end. */
public final class Lines implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final long end;
    private long next;
    private long offset;

    private Lines(InputStream in, long from, long end) {
        this.in = in;
        this.next = from;
        this.offset = from;
        this.end = end;
    }

    static Lines of(Path file, long from, long end) {
        try {
            InputStream in = new FileInputStream(file.toFile());
            in.skipNBytes(from);
            return new Lines(new BufferedInputStream(in, BUFFER), from, end);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.getFileName(), e);
        }
    }

    /** The next line without its end, or null after the last one. */
    public byte @Nullable [] next() {
        try {
            if (next >= end) {
                return null;
            }
            offset = next;
            line.reset();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    return null;
                }
                line.write(b);
            }
            next = offset + line.size() + 1;
            return line.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the line that was last answered begins. */
    public long offset() {
        return offset;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
