package io.huikuan.instance;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A transaction that stands in the way of others, which thus stay in the middle of what they are doing until it is taken away. */
final class Obstacle implements AutoCloseable {

    private final Connection connection;
    private final Connection onlooker;
    private final int process;

    private Obstacle(Connection connection, Connection onlooker, int process) {
        this.connection = connection;
        this.onlooker = onlooker;
        this.process = process;
    }

    /** The statement's effect stands in the way, and comes to nothing in the end. */
    static Obstacle of(Home home, String statement) throws SQLException, IOException {
        Connection connection = home.database();
        connection.setAutoCommit(false);
        try (Statement doing = connection.createStatement()) {
            doing.execute(statement);
            return new Obstacle(connection, home.database(), number(doing, "select pg_backend_pid()"));
        }
    }

    /** Waits until so many transactions wait for it. */
    void awaitWaiting(int transactions) throws Exception {
        Await.until(transactions + " are in the middle of it", () -> waiting() >= transactions);
    }

    private int waiting() throws SQLException {
        try (Statement looking = onlooker.createStatement()) {
            return number(
                    looking,
                    "select count(*) from pg_stat_activity where " + process + " = any(pg_blocking_pids(pid))");
        }
    }

    private static int number(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
        onlooker.close();
    }
}
