package io.huikuan.customer.data;

import io.huikuan.customer.ContactPerson;
import io.huikuan.customer.DecisionRole;
import io.huikuan.customer.Weekday;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Contact persons as they are shown, straight from SQL, of customers that the actor sees. */
@ApplicationScoped
public class ContactPersonQueries {

    private final Sql sql;
    private final CurrentActor actor;

    ContactPersonQueries(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /** The persons behind these ids. */
    public Map<UUID, ContactPerson> byIds(Set<UUID> ids) {
        return reading("p.id = any(:ids)").uuids("ids", ids).map(row -> row.uuid("id"), ContactPersonQueries::shown);
    }

    /** The persons of each of these customers by name, those erased last. */
    public Map<UUID, List<ContactPerson>> byCustomers(Set<UUID> customers) {
        return reading("p.customer_id = any(:customers) order by p.erased_at is not null, p.name, p.id")
                .uuids("customers", customers)
                .group(row -> row.uuid("customer_id"), ContactPersonQueries::shown);
    }

    private Statement reading(String condition) {
        return sql.of("""
                select p.id, p.version, p.customer_id, p.name, p.job_title, p.decision_role, p.influence, p.phone, p.email,
                    to_char(p.preferred_from, 'HH24:MI') as preferred_from, to_char(p.preferred_to, 'HH24:MI') as preferred_to,
                    p.preferred_days, p.hours_said_by_customer,
                    p.reports_to_id, p.relationship_owner_id, p.erased_at
                from contact_person p join customer c on c.tenant_id = p.tenant_id and c.id = p.customer_id
                where p.tenant_id = :tenant and c.tenant_id = :tenant and %s and %s""".formatted(Visibility.of(actor.get(), "c"), condition));
    }

    /** The customer of the person; empty when there is no such person. */
    public Optional<UUID> customerOf(UUID person) {
        return sql.of("select customer_id from contact_person where tenant_id = :tenant and id = :id")
                .bind("id", person)
                .first(row -> row.uuid("customer_id"));
    }

    /** Whether somebody reports to the other one, himself included, over any number of steps. */
    public boolean reportsTo(UUID somebody, UUID other) {
        return sql.of("""
                with recursive above as (
                    select p.id, p.reports_to_id from contact_person p where p.tenant_id = :tenant and p.id = :somebody
                    union
                    select p.id, p.reports_to_id from contact_person p
                    join above a on p.id = a.reports_to_id
                    where p.tenant_id = :tenant)
                select 1 as one from above where id = :other""")
                .bind("somebody", somebody)
                .bind("other", other)
                .first(row -> true)
                .isPresent();
    }

    private static List<Weekday> days(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(Weekday::valueOf).toList();
    }

    private static ContactPerson shown(Row row) {
        return new ContactPerson(
                NodeId.of(NodeKind.CONTACT_PERSON, row.uuid("id")),
                row.integer("version"),
                row.text("name"),
                row.text("job_title"),
                row.constant(DecisionRole.class, "decision_role"),
                row.integerOrNull("influence"),
                row.text("phone"),
                row.text("email"),
                row.text("preferred_from"),
                row.text("preferred_to"),
                days(row.text("preferred_days")),
                row.flag("hours_said_by_customer"),
                row.instant("erased_at"),
                row.uuid("customer_id"),
                row.uuid("reports_to_id"),
                row.uuid("relationship_owner_id"));
    }
}
