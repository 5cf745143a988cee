package io.botyard.audit.entry;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Texts one after the other as bytes, each as a four-byte big-endian length and that many bytes of UTF-8; an absent one
 * is the length {@code FFFFFFFF}. No two different lists of texts share their bytes.
 */
public final class Fields {
    private static final int ABSENT = -1;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    public Fields with(@Nullable String text) {
        if (text == null) {
            writeLength(ABSENT);
            return this;
        }
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        writeLength(utf8.length);
        bytes.writeBytes(utf8);
        return this;
    }

    public Fields with(long number) {
        return with(Long.toString(number));
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    private void writeLength(int length) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    }
}
