package io.huikuan.contact.data;

import io.huikuan.contact.domain.ContactStanding;
import io.huikuan.contact.domain.OwnHours;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** How it stands between the supplier and its customers: their hours, and how often they were contacted. */
@ApplicationScoped
public class ContactStandings {

    private final Sql sql;
    private final CurrentActor actor;

    ContactStandings(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /**
     * How it stands as of a moment with each of these customers that the actor sees.
     *
     * @param persons whom there, empty for nobody in particular, by their customers; where one person alone is known there, it is that one whose hours count
     */
    public Map<UUID, ContactStanding> at(Instant moment, Map<UUID, Optional<UUID>> persons) {
        return sql.of("""
                select c.id, coalesce(c.time_zone, t.time_zone) as zone, n.today, n.this_week,
                    cast(p.preferred_from as text) as preferred_from, cast(p.preferred_to as text) as preferred_to, p.preferred_days,
                    coalesce(p.hours_said_by_customer, false) as said_by_customer,
                    (select max(a.made_at) from automatic_contact a
                        where a.tenant_id = :tenant and a.customer_id = c.id and a.made_at <= :moment) as last_automatic
                from unnest(:customers, :persons) w (customer, person)
                join customer c on c.tenant_id = :tenant and c.id = w.customer and /* visible */
                join tenant t on t.tenant_id = :tenant
                left join contact_person p on p.tenant_id = :tenant and p.customer_id = c.id
                    and case when w.person is not null then p.id = w.person
                        else p.erased_at is null and not exists (
                            select from contact_person o
                            where o.tenant_id = :tenant and o.customer_id = c.id and o.erased_at is null and o.id <> p.id) end
                cross join lateral contact_count(:tenant, c.id, w.person, :moment, coalesce(c.time_zone, t.time_zone)) n""".replace("/* visible */", Visibility.of(actor.get(), "c")))
                .bind("moment", moment)
                .uuids("customers", persons.keySet())
                .uuids(
                        "persons",
                        persons.values().stream()
                                .map(person -> person.orElse(null))
                                .collect(Collectors.toList()))
                .map(row -> row.uuid("id"), ContactStandings::standing);
    }

    private static ContactStanding standing(Row row) {
        return new ContactStanding(
                row.uuid("id"),
                ZoneId.of(row.text("zone")),
                new OwnHours(
                        time(row.text("preferred_from")),
                        time(row.text("preferred_to")),
                        days(row.text("preferred_days")),
                        row.flag("said_by_customer")),
                row.integer("today"),
                row.integer("this_week"),
                Optional.ofNullable(row.instant("last_automatic")));
    }

    private static Optional<LocalTime> time(String text) {
        return Optional.ofNullable(text).map(LocalTime::parse);
    }

    private static Set<DayOfWeek> days(String text) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(",", -1)).map(DayOfWeek::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
