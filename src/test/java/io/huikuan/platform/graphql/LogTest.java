package io.huikuan.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LogTest {

    private final Queue<LogRecord> lines = new ConcurrentLinkedQueue<>();

    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            // The audit log has lines of its own.
            if (line.getLevel().intValue() >= Level.INFO.intValue()
                    && !line.getLoggerName().startsWith("io.huikuan.audit")) {
                lines.add(line);
            }
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        Asking.ask("{ __typename }");
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listener);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ probeForbidden }",
                "{ a: probeForbidden b: probeForbidden }",
                "{ probeProblem }",
                "{ probeArguments(day: \"2023-02-30\") }",
                "{ nowhere }",
                "{",
            })
    void a_refusal_is_one_line_without_a_stack_trace(String document) {
        Asking.ask(document);

        assertThat(lines).hasSize(1);
        assertThat(lines.element().getThrown()).isNull();
        assertThat(text(lines.element())).contains("finance").doesNotContain("2023-02-30");
    }

    @Test
    void a_fault_is_logged_once_with_its_trace_and_the_id_of_the_answer() {
        var answer = Asking.ask("{ probeFault }");

        assertThat(lines).hasSize(1);
        assertThat(lines.element().getThrown()).isInstanceOf(IllegalArgumentException.class);
        assertThat(text(lines.element())).contains(answer.getString("errors[0].extensions.id"));
    }

    @Test
    void a_broken_batch_is_logged_once() {
        Asking.ask("{ probes(count: 5) { broken } }");

        assertThat(lines).hasSize(1);
    }

    private static String text(LogRecord line) {
        return new PatternFormatter("%s").format(line);
    }
}
