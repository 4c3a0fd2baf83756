package io.huikuan.imports.domain;

import io.huikuan.kernel.error.ErrorCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of at most so many bytes; one that has more is {@link Unreadable} with TOO_LARGE. */
public final class LimitedStream extends FilterInputStream {

    private final long most;
    private long read;

    public LimitedStream(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(count);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) {
        read += Math.max(0, bytes);
        if (read > most) {
            throw new Unreadable(ErrorCode.TOO_LARGE, 0, "A file may have at most " + most + " bytes.");
        }
    }
}
