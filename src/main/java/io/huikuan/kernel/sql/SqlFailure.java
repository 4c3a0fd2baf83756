package io.huikuan.kernel.sql;

import java.sql.SQLException;

/** The database refused a statement or could not be reached: a fault, never an answer for a user. */
public class SqlFailure extends RuntimeException {

    private final String state;

    SqlFailure(SQLException cause) {
        super(cause);
        this.state = cause.getSQLState();
    }

    /** Whether a unique key was violated. */
    public boolean isDuplicate() {
        return "23505".equals(state);
    }

    /** The five characters of SQLSTATE; null when the driver gave none. */
    public String state() {
        return state;
    }
}
