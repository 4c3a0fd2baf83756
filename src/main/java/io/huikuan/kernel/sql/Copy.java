package io.huikuan.kernel.sql;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a temporary table by COPY, the fastest way in. Closed before {@link #end}, it leaves nothing there. */
public final class Copy implements AutoCloseable {

    private static final int ENOUGH = 64 * 1024;

    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(ENOUGH + 8192);

    Copy(CopyIn copy) {
        this.copy = copy;
    }

    /** Adds a row: its columns in the order that was announced, each in its text form or null. */
    public void row(String... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                buffer.append('\t');
            }
            append(values[i]);
        }
        buffer.append('\n');
        if (buffer.length() >= ENOUGH) {
            send();
        }
    }

    private void append(String value) {
        if (value == null) {
            buffer.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(character);
            }
        }
    }

    private void send() {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        buffer.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** All rows are there; answers how many. */
    public long end() {
        send();
        try {
            return copy.endCopy();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    @Override
    public void close() {
        if (!copy.isActive()) {
            return;
        }
        try {
            copy.cancelCopy();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
