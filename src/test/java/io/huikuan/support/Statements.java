package io.huikuan.support;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Counts the statements that reach the database while something is done, whoever sends them: it listens to what the driver logs of its
 * protocol. Beginnings and ends of transactions count too.
 */
public final class Statements {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    /** Something else, such as a job that looks whether its hour has come, may run at the same time as one of them. */
    private static final int GOES = 8;

    private Statements() {}

    /** How many there were. The least of several goes is taken. */
    public static int during(Runnable work) {
        int least = Integer.MAX_VALUE;
        for (int go = 0; go < GOES; go++) {
            least = Math.min(least, duringOnce(work));
        }
        return least;
    }

    /** How many there were in one go, for work that cannot be repeated. */
    public static int duringOnce(Runnable work) {
        Counter counter = new Counter();
        Level level = DRIVER.getLevel();
        boolean passingOn = DRIVER.getUseParentHandlers();
        DRIVER.addHandler(counter);
        DRIVER.setUseParentHandlers(false);
        DRIVER.setLevel(Level.FINEST);
        try {
            work.run();
        } finally {
            DRIVER.setLevel(level);
            DRIVER.setUseParentHandlers(passingOn);
            DRIVER.removeHandler(counter);
        }
        return counter.seen.get();
    }

    private static final class Counter extends Handler {

        private final AtomicInteger seen = new AtomicInteger();

        @Override
        public void publish(LogRecord message) {
            String text = message.getMessage();
            if (text != null && (text.contains("FE=> Execute(") || text.contains("FE=> SimpleQuery("))) {
                seen.incrementAndGet();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
