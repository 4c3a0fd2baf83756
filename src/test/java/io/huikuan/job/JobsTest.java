package io.huikuan.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.job.Jobs.RunJob;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.work.JobStatus;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobsTest {

    private static final int JOBS = JobName.values().length;

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    @Inject
    JobSchedule schedule;

    @Inject
    Jobs jobs;

    @Inject
    ActingAs actingAs;

    @Inject
    Sql sql;

    @AfterEach
    void close() {
        clock.reset();
    }

    @Test
    void nothing_runs_before_the_tenants_hour_and_each_job_once_after_it() {
        Actor tenant = tenancy.tenant("Asia/Shanghai");

        at(tenant, DAY, "05:59");
        tick(tenant);
        assertThat(runs(tenant)).isEmpty();

        at(tenant, DAY, "06:00");
        tick(tenant);
        assertThat(runs(tenant)).extracting(JobRun::job).containsExactlyInAnyOrder(JobName.values());
        assertThat(runs(tenant)).extracting(JobRun::status).containsOnly(JobStatus.SUCCEEDED);
        assertThat(runs(tenant)).extracting(JobRun::asOf).containsOnly(DAY);

        at(tenant, DAY, "23:59");
        tick(tenant);
        assertThat(runs(tenant)).hasSize(JOBS);
    }

    @Test
    void the_hour_is_the_tenants() {
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        tenancy.run(
                tenant,
                () -> sql.of("update tenant_settings set job_hour = 22 where tenant_id = :tenant")
                        .update());

        at(tenant, DAY, "21:59");
        tick(tenant);
        assertThat(runs(tenant)).isEmpty();

        at(tenant, DAY, "22:00");
        tick(tenant);
        assertThat(runs(tenant)).hasSize(JOBS);
    }

    @Test
    void tenants_at_the_ends_of_the_world_have_one_run_for_each_local_date_over_changes_of_daylight_saving() {
        List<Actor> tenants = Stream.of("Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati")
                .map(tenancy::tenant)
                .toList();
        for (String start : List.of("2026-03-06T00:00:00Z", "2026-10-30T00:00:00Z")) {
            Instant moment = Instant.parse(start);
            for (int quarter = 0; quarter < 4 * 24 * 3; quarter++) {
                clock.set(moment.plus(Duration.ofMinutes(15L * quarter)));
                tenants.forEach(this::tick);
            }
        }

        for (Actor tenant : tenants) {
            List<LocalDate> dates = runs(tenant).stream()
                    .filter(run -> run.job() == JobName.INSTALLMENT_ALERTS)
                    .map(JobRun::asOf)
                    .toList();
            assertThat(dates).doesNotHaveDuplicates().hasSizeBetween(6, 8);
        }
    }

    @Test
    void days_without_a_node_are_caught_up_with_by_one_run_as_of_today() {
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        at(tenant, DAY, "12:00");
        tick(tenant);

        at(tenant, DAY.plusDays(5), "12:00");
        tick(tenant);

        assertThat(runs(tenant).stream().filter(run -> run.job() == JobName.INSTALLMENT_ALERTS))
                .extracting(JobRun::asOf)
                .containsExactly(DAY.plusDays(5), DAY);
    }

    @Test
    void many_nodes_at_once_run_each_slot_once_and_raise_each_alert_once() {
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        UUID customer = tenancy.customer(tenant, null, null);
        at(tenant, DAY, "12:00");
        IntStream.range(0, 50)
                .forEach(i -> tenancy.invoice(tenant, customer, "100.00", DAY.minusDays(90), DAY.minusDays(i)));

        together(4, () -> tick(tenant));
        tick(tenant);

        assertThat(runs(tenant)).hasSize(JOBS);
        assertThat(events(tenant)).isEqualTo(50);
    }

    @Test
    void runs_by_hand_at_once_follow_each_other_and_raise_each_alert_once() {
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        UUID customer = tenancy.customer(tenant, null, null);
        at(tenant, DAY, "12:00");
        IntStream.range(0, 50)
                .forEach(i -> tenancy.invoice(tenant, customer, "100.00", DAY.minusDays(90), DAY.minusDays(i)));

        together(4, () -> run(tenant, JobName.INSTALLMENT_ALERTS, DAY));

        assertThat(runs(tenant)).hasSize(4);
        assertThat(runs(tenant).stream().mapToInt(JobRun::raised).sum()).isEqualTo(50);
        assertThat(runs(tenant)).extracting(JobRun::examined).containsOnly(50);
        assertThat(events(tenant)).isEqualTo(50);
    }

    @Test
    void a_run_by_hand_takes_no_slot() {
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        at(tenant, DAY, "12:00");
        run(tenant, JobName.INSTALLMENT_ALERTS, null);

        tick(tenant);

        assertThat(runs(tenant)).hasSize(JOBS + 1);
    }

    @Test
    void a_run_is_not_as_of_a_day_to_come_and_plans_are_judged_today() {
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        at(tenant, DAY, "12:00");

        assertThat(run(tenant, JobName.INSTALLMENT_ALERTS, DAY.plusDays(1))
                        .errors()
                        .get(0)
                        .code())
                .isEqualTo("AS_OF_IN_FUTURE");
        assertThat(run(tenant, JobName.PLAN_REVIEW, DAY.minusDays(1))
                        .errors()
                        .get(0)
                        .code())
                .isEqualTo("INVALID_VALUE");
        assertThat(run(tenant, JobName.PLAN_REVIEW, DAY).valueOrNull().status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(runs(tenant)).hasSize(1);
    }

    @Test
    void the_same_client_key_answers_the_same_run() {
        Actor tenant = tenancy.user(tenancy.tenant("Asia/Shanghai"), Role.ADMIN, null);
        at(tenant, DAY, "12:00");
        RunJob wish = new RunJob("once", JobName.INSTALLMENT_ALERTS, DAY);

        JobRun first = tenancy.outcome(tenant, () -> jobs.run(wish)).valueOrNull();
        JobRun again = tenancy.outcome(tenant, () -> jobs.run(wish)).valueOrNull();

        assertThat(again).isEqualTo(first);
        assertThat(runs(tenant)).hasSize(1);
    }

    @Test
    void a_run_that_died_with_its_node_is_recorded_as_failed_and_done_again() {
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        at(tenant, DAY, "12:00");
        leaveDead(tenant, JobName.INSTALLMENT_ALERTS, DAY, true);
        leaveDead(tenant, JobName.SELL_THROUGH_ALERTS, DAY.minusDays(20), false);

        tick(tenant);

        assertThat(runs(tenant).stream().filter(run -> run.job() == JobName.INSTALLMENT_ALERTS))
                .extracting(JobRun::status)
                .containsExactlyInAnyOrder(JobStatus.FAILED, JobStatus.SUCCEEDED);
        assertThat(runs(tenant).stream()
                        .filter(run -> run.job() == JobName.SELL_THROUGH_ALERTS
                                && run.asOf().equals(DAY.minusDays(20))))
                .extracting(JobRun::status)
                .containsExactlyInAnyOrder(JobStatus.FAILED, JobStatus.SUCCEEDED);
        assertThat(runs(tenant).stream().filter(run -> run.status() == JobStatus.FAILED))
                .extracting(JobRun::error)
                .containsOnly(JobRunner.NODE_DIED);
    }

    @Test
    void a_run_that_fails_says_so_without_details_and_its_slot_is_tried_again_later() {
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        at(tenant, DAY, "12:00");
        UUID customer = tenancy.customer(tenant, null, null);
        tenancy.invoice(tenant, customer, "100.00", DAY.minusDays(90), DAY);
        dueSoonDays(tenant, Integer.MAX_VALUE);

        tick(tenant);
        tick(tenant);
        assertThat(failed(tenant)).hasSize(1);
        assertThat(failed(tenant).get(0).error()).startsWith("It failed; the log tells why under ");
        assertThat(runs(tenant)).hasSize(JOBS);

        dueSoonDays(tenant, 7);
        clock.forward(Duration.ofMinutes(6));
        tick(tenant);
        assertThat(runs(tenant)).hasSize(JOBS + 1);
        assertThat(runs(tenant).get(0).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    private void dueSoonDays(Actor tenant, int days) {
        tenancy.run(
                tenant,
                () -> sql.of("update tenant_settings set due_soon_days = :days where tenant_id = :tenant")
                        .bind("days", days)
                        .update());
    }

    private List<JobRun> failed(Actor tenant) {
        return runs(tenant).stream()
                .filter(run -> run.status() == JobStatus.FAILED)
                .toList();
    }

    private void leaveDead(Actor tenant, JobName job, LocalDate asOf, boolean scheduled) {
        tenancy.run(tenant, () -> {
            if (scheduled) {
                sql.of("insert into job_slot (tenant_id, job, local_date, attempts, next_attempt_at)"
                                + " values (:tenant, :job, :day, 1, :now)")
                        .bind("job", job)
                        .bind("day", asOf)
                        .bind("now", clock.instant())
                        .update();
            }
            sql.of("insert into job_run (tenant_id, id, job, as_of, slot, attempt, status, started_at)"
                            + " values (:tenant, gen_random_uuid(), :job, :day, :slot, 1, 'RUNNING', :now)")
                    .bind("job", job)
                    .bind("day", asOf)
                    .bind("slot", scheduled ? asOf : null)
                    .bind("now", clock.instant())
                    .update();
        });
    }

    private void at(Actor tenant, LocalDate day, String time) {
        clock.set(ZonedDateTime.of(day, java.time.LocalTime.parse(time), tenant.zone())
                .toInstant());
    }

    private void tick(Actor tenant) {
        actingAs.run(tenant, schedule::tickOfTenant);
    }

    private Outcome<JobRun> run(Actor tenant, JobName job, LocalDate asOf) {
        return tenancy.outcome(tenant, () -> jobs.run(new RunJob(null, job, asOf)));
    }

    private static void together(int threads, Runnable work) {
        CompletableFuture.allOf(IntStream.range(0, threads)
                        .mapToObj(i -> CompletableFuture.runAsync(work))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private List<JobRun> runs(Actor tenant) {
        return tenancy.call(
                tenant,
                () -> jobs.page(Optional.empty(), new Paging(100, null, false)).nodes());
    }

    private int events(Actor tenant) {
        return tenancy.call(
                tenant,
                () -> sql.of("select count(*) as events from alert_event where tenant_id = :tenant")
                        .one(row -> row.integer("events")));
    }
}
