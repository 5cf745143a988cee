package io.botyard.sandbox.journal;

import java.io.IOException;
import java.io.RandomAccessFile;

/** Finds where the last whole line of a file ends. */
final class LastLine {

    private static final int BLOCK = 8192;

    private LastLine() {}

    static long endOf(RandomAccessFile file) throws IOException {
        byte[] block = new byte[BLOCK];
        long end = file.length();
        while (end > 0) {
            int length = (int) Math.min(BLOCK, end);
            file.seek(end - length);
            file.readFully(block, 0, length);
            for (int i = length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return end - length + i + 1;
                }
            }
            end -= length;
        }
        return 0;
    }
}
