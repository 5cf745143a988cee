package io.botyard.sandbox.journal;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whole lines of a journal, one after the other, up to a fixed end. */
public final class Lines implements AutoCloseable {

    private final InputStream in;
    private final byte[] block = new byte[64 * 1024];
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private final long end;
    private long next;
    private long offset;
    private int at;
    private int filled;

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
            return new Lines(in, from, end);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.getFileName(), e);
        }
    }

    /** The next line without its end, or null after the last one. */
    public byte @Nullable [] next() {
        if (next >= end) {
            return null;
        }
        offset = next;
        begun.reset();
        while (at < filled || fill()) {
            int newline = newline();
            begun.write(block, at, newline - at);
            at = newline + 1;
            if (newline < filled) {
                next = offset + begun.size() + 1;
                return begun.toByteArray();
            }
        }
        return null;
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

    /** The place of the next end of a line, or the block's end. */
    private int newline() {
        int place = at;
        while (place < filled && block[place] != '\n') {
            place++;
        }
        return place;
    }

    private boolean fill() {
        try {
            at = 0;
            filled = Math.max(0, in.read(block));
            return filled > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
