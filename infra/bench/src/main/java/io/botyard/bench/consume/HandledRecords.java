package io.botyard.bench.consume;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * What processes wrote down, one after the other.
 *
 * @param records numbers of all keys, each with its key
 * @param count with those that were handled twice
 */
record HandledRecords(BitSet records, long count) {

    static HandledRecords in(Path file) throws IOException {
        return new HandledRecords(new BitSet(), 0).and(file);
    }

    /**
     * With those of another process.
     *
     * @throws IllegalStateException when one was handled before its turn
     */
    HandledRecords and(Path file) throws IOException {
        var all = BitSet.valueOf(records.toLongArray());
        var more = ByteBuffer.wrap(Files.readAllBytes(file));
        var found = more.remaining() / HandledLog.LENGTH;
        for (var i = 0; i < found; i++) {
            var key = more.getInt();
            var number = more.getInt();
            if (number > 0 && !all.get(index(key, number - 1))) {
                throw new IllegalStateException("record " + number + " of key " + key + " came before its turn");
            }
            all.set(index(key, number));
        }
        return new HandledRecords(all, count + found);
    }

    long distinct() {
        return records.cardinality();
    }

    private static int index(int key, int number) {
        return number * OrderedTopic.KEYS + key;
    }
}
