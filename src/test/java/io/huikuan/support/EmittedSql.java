package io.huikuan.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All SQL that reaches the database while it is open, whoever sends it, and the methods of the service on whose behalf it was sent: it
 * listens to what the driver logs of its protocol. The driver must not keep prepared statements ({@code prepareThreshold=0}), or it sends
 * the text of each but the first few times.
 */
public final class EmittedSql extends Handler implements AutoCloseable {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private static final Pattern PARSE =
            Pattern.compile("\\s*FE=> Parse\\(stmt=[^,]*,query=\"(.*)\",oids=\\{([^}]*)\\}\\)", Pattern.DOTALL);
    private static final Pattern SIMPLE = Pattern.compile("\\s*FE=> SimpleQuery\\(query=\"(.*)\"\\)", Pattern.DOTALL);
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Set<Emitted> known = ConcurrentHashMap.newKeySet();
    private final List<Emitted> statements = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> senders = ConcurrentHashMap.newKeySet();
    private final Level level = DRIVER.getLevel();
    private final boolean passingOn = DRIVER.getUseParentHandlers();

    /**
     * A statement as the server takes it.
     *
     * @param text with {@code $1} for its first parameter
     * @param types the types of its parameters by their numbers in the catalogue, 0 where the server is to find out
     */
    public record Emitted(String text, List<Integer> types) {}

    private EmittedSql() {}

    /** Begins to listen. */
    public static EmittedSql listen() {
        EmittedSql listening = new EmittedSql();
        DRIVER.addHandler(listening);
        DRIVER.setUseParentHandlers(false);
        DRIVER.setLevel(Level.FINEST);
        return listening;
    }

    /** What was sent so far, each once but the laying of temporary tables, in the order of the first time. */
    public List<Emitted> statements() {
        synchronized (statements) {
            return List.copyOf(statements);
        }
    }

    /** The methods through which it was sent so far, as {@code class.method}; a lambda counts as the method that it stands in. */
    public Set<String> senders() {
        return new TreeSet<>(senders);
    }

    @Override
    public void publish(LogRecord message) {
        String text = message.getMessage();
        if (text == null || !text.contains("FE=> ")) {
            return;
        }
        Matcher parse = PARSE.matcher(text);
        Matcher simple = SIMPLE.matcher(
                text.contains("{0}") ? text.replace("{0}", String.valueOf(message.getParameters()[0])) : text);
        if (parse.matches()) {
            add(new Emitted(parse.group(1), types(parse.group(2))));
        } else if (simple.matches()) {
            add(new Emitted(simple.group(1), List.of()));
        } else {
            return;
        }
        StackWalker.getInstance().forEach(frame -> {
            if (frame.getClassName().startsWith("io.huikuan.")) {
                Matcher lambda = LAMBDA.matcher(frame.getMethodName());
                senders.add(frame.getClassName() + "." + (lambda.matches() ? lambda.group(1) : frame.getMethodName()));
            }
        });
    }

    /** A temporary table may be laid in several forms: each time counts, so that what follows is about the right one. */
    private void add(Emitted statement) {
        if (known.add(statement) || statement.text().startsWith("create temporary table ")) {
            statements.add(statement);
        }
    }

    private static List<Integer> types(String numbers) {
        return NUMBER.matcher(numbers)
                .results()
                .map(number -> Integer.valueOf(number.group()))
                .toList();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        DRIVER.setLevel(level);
        DRIVER.setUseParentHandlers(passingOn);
        DRIVER.removeHandler(this);
    }
}
