package io.huikuan.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.job.JobName;
import io.huikuan.job.JobRun;
import io.huikuan.job.Jobs;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Promises in tests, by the same use cases as the API. What is refused here fails the test, unless its outcome is asked for. */
@ApplicationScoped
class PromiseWorld {

    private final Tenancy tenancy;
    private final TestClock clock;
    private final PromiseService service;
    private final Promises promises;
    private final Jobs jobs;

    PromiseWorld(Tenancy tenancy, TestClock clock, PromiseService service, Promises promises, Jobs jobs) {
        this.tenancy = tenancy;
        this.clock = clock;
        this.service = service;
        this.promises = promises;
        this.jobs = jobs;
    }

    /** It is noon of this day where the tenant is, and its day's review is done. */
    JobRun day(Actor tenant, String day) {
        clock.setNoon(LocalDate.parse(day), tenant.zone());
        Actor admin = tenancy.user(tenant, Role.ADMIN, null);
        JobRun run = tenancy.callOutside(admin, () -> jobs.run(new Jobs.RunJob(null, JobName.PROMISE_REVIEW, null)))
                .valueOrNull();
        assertThat(run.error()).isNull();
        return run;
    }

    /** The wish of a customer to be believed. */
    static RecordPromise wish(UUID customer, String amount, String promisedFor, UUID... receivables) {
        return new RecordPromise(
                Uuids.next().toString(),
                NodeId.of(NodeKind.CUSTOMER, customer),
                Arrays.stream(receivables)
                        .map(id -> NodeId.of(NodeKind.RECEIVABLE, id))
                        .toList(),
                "receivableIds",
                null,
                new MoneyInput(new Decimal(amount), "CNY"),
                LocalDate.parse(promisedFor),
                null,
                null,
                null);
    }

    /** What became of the wish. */
    Outcome<PromiseToPay> outcome(Actor actor, RecordPromise wish) {
        return tenancy.callOutside(actor, () -> service.record(wish));
    }

    /** The promise that was recorded. */
    UUID promise(Actor actor, UUID customer, String amount, String promisedFor, UUID... receivables) {
        return done(outcome(actor, wish(customer, amount, promisedFor, receivables)))
                .uuid();
    }

    /** A promise to pay what is open of a plan. */
    UUID ofPlan(Actor actor, UUID customer, UUID plan, String amount, String promisedFor) {
        RecordPromise wish = new RecordPromise(
                Uuids.next().toString(),
                NodeId.of(NodeKind.CUSTOMER, customer),
                List.of(),
                "receivableIds",
                NodeId.of(NodeKind.PAYMENT_PLAN, plan),
                new MoneyInput(new Decimal(amount), "CNY"),
                LocalDate.parse(promisedFor),
                null,
                null,
                null);
        return done(outcome(actor, wish)).uuid();
    }

    /** Cancels it. */
    Outcome<PromiseToPay> cancel(Actor actor, UUID promise) {
        return tenancy.callOutside(
                actor,
                () -> service.cancel(new DecidePromise(null, NodeId.of(NodeKind.PROMISE, promise), null, "No.")));
    }

    /** Confirms it. */
    Outcome<PromiseToPay> confirm(Actor actor, UUID promise) {
        return tenancy.callOutside(
                actor,
                () -> service.confirm(new DecidePromise(null, NodeId.of(NodeKind.PROMISE, promise), null, null)));
    }

    /** How it stands. */
    PromiseToPay find(Actor actor, UUID promise) {
        return tenancy.call(actor, () -> promises.find(promise)).orElseThrow();
    }

    /** Its status and what is paid of what it asks for. */
    String stands(Actor actor, UUID promise) {
        PromiseToPay found = find(actor, promise);
        return found.status() + " " + found.paid().amount().stringValueForSerialization() + "/"
                + found.asked().amount().stringValueForSerialization();
    }

    static <T> T done(Outcome<T> outcome) {
        assertThat(outcome.errors()).isEmpty();
        return outcome.valueOrNull();
    }
}
