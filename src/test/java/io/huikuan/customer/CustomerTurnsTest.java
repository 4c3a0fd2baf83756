package io.huikuan.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.support.Tenancy;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two have their turn on a customer at the same moment, who comes later waits without a connection, and the next comes when one has committed. */
@QuarkusTest
class CustomerTurnsTest {

    @Inject
    Tenancy tenancy;

    @Inject
    CurrentActor current;

    @Inject
    TransactionSynchronizationRegistry transaction;

    private final ExecutorService people = Executors.newCachedThreadPool();
    private final CountDownLatch done = new CountDownLatch(1);
    private CustomerTurns turns;
    private Actor actor;
    private String customer;

    @BeforeEach
    void a_line_of_our_own() {
        turns = new CustomerTurns(current, transaction);
        actor = tenancy.tenant("Asia/Shanghai");
        customer = NodeId.of(NodeKind.CUSTOMER, Uuids.next());
    }

    @AfterEach
    void go_home() {
        done.countDown();
        people.shutdown();
    }

    @Test
    void the_third_waits_until_one_has_committed_and_other_customers_do_not() throws Exception {
        begun(working(customer), working(customer));
        Work third = working(customer);
        assertThat(third.begun().await(200, TimeUnit.MILLISECONDS)).isFalse();
        begun(working(NodeId.of(NodeKind.CUSTOMER, Uuids.next())));

        done.countDown();

        begun(third);
        third.end().get(10, TimeUnit.SECONDS);
    }

    @Test
    void what_is_no_customer_waits_for_nobody() throws Exception {
        begun(working("nonsense"), working("nonsense"), working("nonsense"));
    }

    @Test
    void at_the_end_those_who_wait_are_sent_away_and_those_who_work_are_let_finish() throws Exception {
        List<Work> first = List.of(working(customer), working(customer));
        begun(first.toArray(Work[]::new));
        Work third = working(customer);
        assertThat(third.begun().await(200, TimeUnit.MILLISECONDS)).isFalse();

        Future<?> closing = people.submit(() -> {
            turns.close(new ShutdownEvent());
            return null;
        });

        assertThat(refusalOf(third)).isEqualTo(ErrorCode.BUSY);
        assertThat(refusalOf(working(customer))).isEqualTo(ErrorCode.BUSY);
        assertThat(closing.isDone()).isFalse();
        done.countDown();
        for (Work work : first) {
            work.end().get(10, TimeUnit.SECONDS);
        }
        closing.get(10, TimeUnit.SECONDS);
    }

    private record Work(CountDownLatch begun, Future<?> end) {}

    /** Somebody who takes a turn and keeps it until all are done. */
    private Work working(String on) {
        CountDownLatch begun = new CountDownLatch(1);
        return new Work(
                begun,
                people.submit(() -> tenancy.run(actor, () -> {
                    turns.await(on);
                    begun.countDown();
                    awaitDone();
                })));
    }

    private void awaitDone() {
        try {
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void begun(Work... all) throws InterruptedException {
        for (Work work : all) {
            assertThat(work.begun().await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static ErrorCode refusalOf(Work work) throws InterruptedException, TimeoutException {
        try {
            work.end().get(10, TimeUnit.SECONDS);
            throw new AssertionError("it was let in");
        } catch (ExecutionException e) {
            List<Throwable> causes = new ArrayList<>();
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                causes.add(cause);
            }
            return causes.stream()
                    .filter(Problem.class::isInstance)
                    .map(cause -> ((Problem) cause).code())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(e));
        }
    }
}
