package io.botyard.sandbox.ledger;

import java.util.Arrays;

/** Where every 512th call stands in the file: eight bytes for 512 calls is all the memory the ledger needs. */
final class SparseIndex {

    private static final int STEP = 512;

    private long[] offsets = new long[64];
    private long first;
    private int size;

    /** To be told of every call in order. */
    void add(long seq, long offset) {
        if (size == 0) {
            first = seq;
        }
        if (seq < first + (long) size * STEP) {
            return;
        }
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        offsets[size++] = offset;
    }

    /** An offset from which all calls with at least this seq can be read. */
    long before(long seq) {
        if (size == 0 || seq <= first) {
            return 0;
        }
        return offsets[(int) Math.min(size - 1, (seq - first) / STEP)];
    }

    void clear() {
        size = 0;
    }
}
