package io.huikuan.phone.data;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.phone.ThingKind;
import io.huikuan.phone.domain.Horizon;
import io.huikuan.phone.domain.Round;
import io.huikuan.phone.domain.Spot;
import io.huikuan.phone.domain.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The notes of what changed, which triggers write; see the migration that made the table {@code change}. */
@ApplicationScoped
public class ChangeLog {

    /** More than a page, so that whoever asked for a full one learns whether more follows. A number in the text, which the planner can count on. */
    static final String LIMIT = " limit 101";

    /** What was committed between the two horizons: the one does not show it, the other does. */
    private static final String WITHIN = """
            l.tenant_id = :tenant and l.changed_in < pg_snapshot_xmax(cast(:until as pg_snapshot))
            and not pg_visible_in_snapshot(l.changed_in, cast(:since as pg_snapshot))
            and pg_visible_in_snapshot(l.changed_in, cast(:until as pg_snapshot))""";

    /** A node of a later version may note more. */
    private static final List<String> KNOWN =
            Arrays.stream(ThingKind.values()).map(ThingKind::code).toList();

    private final Sql sql;
    private final CurrentActor actor;

    ChangeLog(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /**
     * What the database says of itself.
     *
     * @param horizon what is committed now
     * @param history names its history: another server, or this one after it was set back or another took its place, numbers other
     *     transactions with the same numbers
     */
    public record Here(Horizon horizon, String history) {}

    /** What the database says of itself at this moment. */
    public Here here() {
        return sql.of("""
                select cast(pg_current_snapshot() as text) as horizon,
                    (select system_identifier from pg_control_system()) || ' ' || (select timeline_id from pg_control_checkpoint()) as history
                where cast(:tenant as uuid) is not null""")
                .one(row -> new Here(Horizon.parse(row.text("horizon")).orElseThrow(), row.text("history")));
    }

    /**
     * Whose sight changed during the round.
     *
     * @param gone customers that the actor saw before and does not see now, in order
     * @param seen customers that the actor sees now, whoever saw them before
     * @param users users who may do other things now
     */
    public record Moved(List<UUID> gone, List<UUID> seen, List<UUID> users) {

        public Moved {
            gone = List.copyOf(gone);
            seen = List.copyOf(seen);
            users = List.copyOf(users);
        }

        /** Nobody's. */
        public static final Moved NOBODY = new Moved(List.of(), List.of(), List.of());
    }

    private record Mover(String kind, UUID id, boolean sees, boolean saw) {}

    /** Whose sight changed during the round. */
    public Moved moved(Round round) {
        List<Mover> movers = within("""
                select f.kind, f.id, f.sees, bool_or(f.saw) as saw
                from (
                    select m.kind, m.id, coalesce((/* sees */), false) as sees, coalesce((/* saw */), false) as saw
                    from (
                        select l.kind, l.thing_id as id, l.former_owner_id as owner_id, l.former_region as region
                        from change l
                        where l.kind in ('scope', 'usr') and l.changed_in >= pg_snapshot_xmin(cast(:since as pg_snapshot)) and /* within */) m
                    left join customer c on c.tenant_id = :tenant and c.id = m.id) f
                group by f.kind, f.id, f.sees
                order by f.id""".replace("/* sees */", visible("c")).replace("/* saw */", visible("m")), round)
                .list(row -> new Mover(row.text("kind"), row.uuid("id"), row.flag("sees"), row.flag("saw")));
        List<UUID> gone = new ArrayList<>();
        List<UUID> seen = new ArrayList<>();
        List<UUID> users = new ArrayList<>();
        for (Mover mover : movers) {
            if (mover.kind().equals("usr")) {
                users.add(mover.id());
            } else if (mover.sees()) {
                seen.add(mover.id());
            } else if (mover.saw()) {
                gone.add(mover.id());
            }
        }
        return new Moved(gone, seen, users);
    }

    /**
     * The next things of the kinds that are known here, beyond the round's spot that were touched during the round, of customers that the actor sees; at most 101. They are read
     * in the order of the key, so that a page reads no more of a long list than it shows: the customer is looked up for each ({@code offset 0} keeps
     * the planner from making a join of it, for which it would read the whole list and sort it for each page).
     */
    public List<Found> touched(Round round) {
        Spot spot = round.spot();
        long from = Math.max(spot.transaction(), round.since().orElseThrow().first());
        return within("""
                select cast(l.changed_in as text) as changed_in, l.kind, l.thing_id
                from change l
                where (l.changed_in, l.kind, l.thing_id) > (cast(:transaction as xid8), :kind, :id) and /* within */
                    and l.kind = any(:known)
                    and exists (
                        select from customer c
                        where c.tenant_id = :tenant and c.id = l.customer_id and /* sees */
                        offset 0)
                order by l.changed_in, l.kind, l.thing_id""".replace("/* sees */", visible("c")) + LIMIT, round)
                .bind("transaction", String.valueOf(from))
                .texts("known", KNOWN)
                .bind("kind", spot.group())
                .bind("id", spot.id())
                .list(row -> new Found(
                        ThingKind.withCode(row.text("kind")).orElseThrow(),
                        new Spot(
                                Step.TOUCHED,
                                Long.parseLong(row.text("changed_in")),
                                row.text("kind"),
                                row.uuid("thing_id"))));
    }

    private Statement within(String text, Round round) {
        return sql.of(text.replace("/* within */", WITHIN))
                .bind("since", round.since().orElseThrow().text())
                .bind("until", round.until().text());
    }

    private String visible(String alias) {
        return Visibility.of(actor.get(), alias);
    }

    /**
     * Whether nothing of what happened since the horizon was forgotten. To be asked after what happened was read: each statement sees what is
     * committed when it begins, and what was there for the earlier one had not been forgotten for it.
     */
    public boolean reachesBackTo(Horizon horizon) {
        return sql.of("""
                select coalesce((
                    select f.forgotten_through < pg_snapshot_xmin(cast(:since as pg_snapshot)) from change_floor f
                    where f.tenant_id = :tenant), true) as reaches""").bind("since", horizon.text()).one(row -> row.flag("reaches"));
    }

    /**
     * Forgets what was noted longer ago, and keeps in the same statement how far that goes. Only of transactions before which all are over: every
     * horizon that is taken afterwards reaches back far enough.
     */
    public void forget(Duration keep) {
        sql.of("""
                with gone as (
                    delete from change
                    where tenant_id = :tenant and noted_at < now() - cast(:keep as interval)
                        and changed_in < pg_snapshot_xmin(pg_current_snapshot())
                    returning changed_in)
                insert into change_floor as f (tenant_id, forgotten_through)
                select :tenant, g.changed_in from gone g order by g.changed_in desc limit 1
                on conflict (tenant_id) do update set forgotten_through = greatest(f.forgotten_through, excluded.forgotten_through)""").bind("keep", keep.toString()).update();
    }
}
