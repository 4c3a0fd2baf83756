package io.huikuan.attachment;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets so many files at once into the memory of this node, and nobody wait for ever: neither for his turn nor for the bytes of a slow sender. */
@ApplicationScoped
class Turns {

    private static final int PART = 16 * 1024;

    private final Semaphore free;
    private final Duration patience;

    Turns(AttachmentConfig config) {
        this.free = new Semaphore(config.atOnce(), true);
        this.patience = config.patience();
    }

    /**
     * Does the work when there is room for it.
     *
     * @throws Problem with BUSY when there was none for too long
     */
    <T> T during(Supplier<T> work) {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Problem(ErrorCode.BUSY, "Too many files are under way at the moment: try again later.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(ErrorCode.BUSY, "The service is stopping: try again later.");
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    /**
     * Reads a stream to its end or to so many bytes.
     *
     * @throws Problem with BUSY when it takes too long
     */
    byte[] read(InputStream stream, int most) throws IOException {
        long begun = System.nanoTime();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.min(most, PART));
        byte[] part = new byte[PART];
        while (bytes.size() < most) {
            int got = stream.read(part, 0, Math.min(PART, most - bytes.size()));
            if (got < 0) {
                break;
            }
            bytes.write(part, 0, got);
            if (System.nanoTime() - begun > patience.toNanos()) {
                throw new Problem(ErrorCode.BUSY, "The bytes come too slowly: try again where the network is better.");
            }
        }
        return bytes.toByteArray();
    }
}
