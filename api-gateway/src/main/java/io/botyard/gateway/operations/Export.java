package io.botyard.gateway.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** An answer of audit-service that is passed on as it comes, since it may be of any length. */
public final class Export implements AutoCloseable {

    private static final int PIECE = 16_384;

    private final InputStream body;
    private final Duration patience;
    private final ScheduledExecutorService timer;
    private final AtomicBoolean stalled = new AtomicBoolean();

    /** Waits for {@code patience} at most for each piece. */
    Export(InputStream body, Duration patience, ScheduledExecutorService timer) {
        this.body = body;
        this.patience = patience;
        this.timer = timer;
    }

    /**
     * Returns when all of it is passed on.
     *
     * @throws IOException when it breaks off, or does not go on, or whom it is for has gone
     */
    public void copyTo(OutputStream out) throws IOException {
        var piece = new byte[PIECE];
        for (var length = next(piece); length >= 0; length = next(piece)) {
            out.write(piece, 0, length);
        }
    }

    /** Only waiting for audit-service counts: how slow the client is its own connection says. */
    private int next(byte[] piece) throws IOException {
        var stall = timer.schedule(this::stall, patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            var length = body.read(piece);
            if (stalled.get()) {
                throw new IOException("audit-service does not go on");
            }
            return length;
        } finally {
            stall.cancel(false);
        }
    }

    private void stall() {
        stalled.set(true);
        close();
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException broken) {
            stalled.set(true);
        }
    }
}
