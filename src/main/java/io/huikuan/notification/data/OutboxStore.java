package io.huikuan.notification.data;

import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.notification.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The outbox as a queue. */
@ApplicationScoped
public class OutboxStore {

    private final Sql sql;
    private final BusinessDates dates;

    OutboxStore(Sql sql, BusinessDates dates) {
        this.sql = sql;
        this.dates = dates;
    }

    /**
     * A message that this node has leased.
     *
     * @param target the device or endpoint
     * @param digestOn the day in whose digest it goes out; empty while that is not decided
     */
    public record Leased(
            UUID id,
            UUID alert,
            int occurrence,
            Channel channel,
            Optional<UUID> recipient,
            Optional<UUID> target,
            Optional<LocalDate> digestOn,
            int attempt) {}

    /**
     * Queues the messages about each event of the batch that has none yet: to whom the alert belongs, else to every manager who sees the customer, by the
     * channels of his choice; to the customer's own people who have chosen to hear of it; to the tenant's endpoints; and to the log where a person is reached by nothing.
     *
     * @param setUp the channels that are configured
     */
    public void queue(UUID batch, Set<Channel> setUp) {
        sql.of("""
                with event as materialized (
                    select e.alert_id, e.occurrence, a.type, a.customer_id, c.region, c.owner_id,
                        case when sees_customer(w.active, w.roles, w.region, w.id, c.owner_id, c.region) then w.id else c.owner_id end as holder_id
                    from alert_event e
                    join alert a on a.tenant_id = :tenant and a.id = e.alert_id
                    join customer c on c.tenant_id = :tenant and c.id = a.customer_id
                    left join app_user w on w.tenant_id = :tenant and w.id = a.assigned_to
                    where e.tenant_id = :tenant and e.batch_id = :batch
                ), told as materialized (
                    select e.alert_id, e.occurrence, e.type, e.holder_id as recipient_id, false as partner from event e where e.holder_id is not null
                    union all
                    select e.alert_id, e.occurrence, e.type, u.id, false from event e
                    left join app_user u on u.tenant_id = :tenant and 'MANAGER' = any(u.roles)
                        and sees_customer(u.active, u.roles, u.region, u.id, e.owner_id, e.region)
                    where e.holder_id is null
                    union all
                    select e.alert_id, e.occurrence, e.type, u.id, true from event e
                    join app_user u on u.tenant_id = :tenant and u.customer_id = e.customer_id and u.active and 'PARTNER' = any(u.roles)
                    where e.type in ('INSTALLMENT_DUE_SOON', 'INSTALLMENT_OVERDUE')
                ), wanted as materialized (
                    select t.alert_id, t.occurrence, t.recipient_id,
                        coalesce(own.channels, case when not t.partner then coalesce(common.channels, '{EMAIL,PUSH}') end) as channels
                    from told t
                    left join notification_choice own on own.tenant_id = :tenant and own.owner_id = t.recipient_id and own.alert_type = t.type
                    left join notification_choice common on common.tenant_id = :tenant and common.owner_id = :tenant and common.alert_type = t.type
                ), reached as materialized (
                    select w.alert_id, w.occurrence, w.recipient_id, 'EMAIL' as channel, cast(null as uuid) as target_id from wanted w
                    join app_user u on u.tenant_id = :tenant and u.id = w.recipient_id and u.email is not null
                    where 'EMAIL' = any(w.channels) and 'EMAIL' = any(:setUp)
                    union all
                    select w.alert_id, w.occurrence, w.recipient_id, 'PUSH', d.id from wanted w
                    join device d on d.tenant_id = :tenant and d.user_id = w.recipient_id
                    where 'PUSH' = any(w.channels) and 'PUSH' = any(:setUp)
                ), message as (
                    select * from reached
                    union all
                    select e.alert_id, e.occurrence, null, case when p.kind = 'WEBHOOK' then 'WEBHOOK' else 'ROBOT' end, p.id from event e
                    join notification_endpoint p on p.tenant_id = :tenant and p.active
                        and (p.types = '{}' or e.type = any(p.types)) and (p.region is null or p.region = e.region)
                    union all
                    select w.alert_id, w.occurrence, w.recipient_id, 'LOG', null from wanted w
                    left join reached r on r.alert_id = w.alert_id and r.occurrence = w.occurrence and r.recipient_id = w.recipient_id
                    where w.channels <> '{}' and r.alert_id is null
                )
                insert into outbox (tenant_id, id, alert_id, occurrence, recipient_id, channel, target_id, state, due_at, created_at)
                select :tenant, time_ordered_id(), m.alert_id, m.occurrence, m.recipient_id, m.channel, m.target_id, 'PENDING', :now, :now from message m
                on conflict (tenant_id, alert_id, occurrence, recipient_id, channel, target_id) do nothing""")
                .bind("batch", batch)
                .names("setUp", setUp)
                .bind("now", dates.now())
                .update();
    }

    /**
     * Leases up to so many messages that are due, the oldest first, passing over what another node holds, what goes to these targets or by these channels, and what has
     * an earlier word on the same alert to the same address on its way. The latter is asked for the few that can have one, and one at a time ({@code offset 0}): a join
     * over all, or an index that does not fit, would read the whole outbox for each.
     */
    public List<Leased> lease(int most, Duration lease, Collection<UUID> notTo, Collection<Channel> notBy) {
        Instant now = dates.now();
        return sql.of("""
                update outbox o set leased_until = :until, attempts = o.attempts + 1
                from (select p.id from outbox p
                      where p.tenant_id = :tenant and p.state = 'PENDING' and p.due_at <= :now and (p.leased_until is null or p.leased_until <= :now)
                          and (p.target_id is null or p.target_id <> all(:notTo)) and p.channel <> all(:notBy)
                          and (p.occurrence = 1 or not exists (select from outbox e
                              where e.tenant_id = :tenant and e.alert_id = p.alert_id and e.occurrence < p.occurrence and e.state = 'PENDING'
                                  and e.leased_until > :now and e.channel = p.channel and e.recipient_id is not distinct from p.recipient_id
                                  and e.target_id is not distinct from p.target_id
                              offset 0))
                      order by p.due_at, p.id limit :most
                      for update skip locked) next
                where o.tenant_id = :tenant and o.id = next.id
                returning o.id, o.alert_id, o.occurrence, o.channel, o.recipient_id, o.target_id, o.digest_on, o.attempts""")
                .bind("now", now)
                .bind("until", now.plus(lease))
                .bind("most", most)
                .uuids("notTo", notTo)
                .names("notBy", notBy)
                .list(OutboxStore::leased);
    }

    private static Leased leased(Row row) {
        return new Leased(
                row.uuid("id"),
                row.uuid("alert_id"),
                row.integer("occurrence"),
                row.constant(Channel.class, "channel"),
                Optional.ofNullable(row.uuid("recipient_id")),
                Optional.ofNullable(row.uuid("target_id")),
                Optional.ofNullable(row.date("digest_on")),
                row.integer("attempts"));
    }

    /** Something is at an end. */
    public record Ended(UUID id, State state, String remark, String answer) {

        /** The end states. */
        public enum State {
            SENT,
            CANCELLED,
            DEAD
        }
    }

    /** These are at an end. */
    public void end(List<Ended> ended) {
        if (ended.isEmpty()) {
            return;
        }
        sql.of("""
                update outbox o set state = e.state, finished_at = :now, leased_until = null, remark = coalesce(e.remark, o.remark),
                    last_answer = coalesce(e.answer, o.last_answer)
                from unnest(:ids, :states, :remarks, :answers) as e (id, state, remark, answer)
                where o.tenant_id = :tenant and o.id = e.id and o.state = 'PENDING'""")
                .bind("now", dates.now())
                .uuids("ids", ended.stream().map(Ended::id).toList())
                .names("states", ended.stream().map(Ended::state).toList())
                .texts("remarks", nullable(ended.stream().map(Ended::remark)))
                .texts("answers", nullable(ended.stream().map(Ended::answer)))
                .update();
    }

    /**
     * Something waits.
     *
     * @param tried whether it was tried; else the lease does not count as an attempt
     * @param digestOn the day in whose digest it is to go out; null: as before
     */
    public record Waiting(UUID id, Instant due, boolean tried, String remark, String answer, LocalDate digestOn) {}

    /** These go out later. */
    public void await(List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        sql.of("""
                update outbox o set due_at = w.due, leased_until = null, attempts = o.attempts - case when w.tried then 0 else 1 end,
                    remark = coalesce(w.remark, o.remark), last_answer = coalesce(w.answer, o.last_answer),
                    digest_on = coalesce(w.digest_on, o.digest_on)
                from unnest(:ids, :dues, :tried, :remarks, :answers, :days) as w (id, due, tried, remark, answer, digest_on)
                where o.tenant_id = :tenant and o.id = w.id and o.state = 'PENDING'""")
                .uuids("ids", waiting.stream().map(Waiting::id).toList())
                .instants("dues", waiting.stream().map(Waiting::due).toList())
                .flags("tried", waiting.stream().map(Waiting::tried).toList())
                .texts("remarks", nullable(waiting.stream().map(Waiting::remark)))
                .texts("answers", nullable(waiting.stream().map(Waiting::answer)))
                .dates("days", waiting.stream().map(Waiting::digestOn).collect(Collectors.toList()))
                .update();
    }

    private static List<String> nullable(Stream<String> texts) {
        return texts.collect(Collectors.toList());
    }
}
