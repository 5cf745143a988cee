package io.botyard.audit.entry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts one after the other as bytes, each as a four-byte big-endian length and that many bytes of UTF-8; an absent one
 * is the length {@code FFFFFFFF}. No two different lists of texts share their bytes.
 */
public final class Fields {
    private static final int ABSENT = -1;
    private ByteBuffer bytes = ByteBuffer.allocate(1024);

    public Fields with(@Nullable String text) {
        if (text == null) {
            room(Integer.BYTES).putInt(ABSENT);
            return this;
        }
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + utf8.length).putInt(utf8.length).put(utf8);
        return this;
    }

    public Fields with(long number) {
        return with(Long.toString(number));
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            bytes = ByteBuffer.allocate(2 * bytes.capacity() + more).put(bytes.flip());
        }
        return bytes;
    }
}
