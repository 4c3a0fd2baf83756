package io.huikuan.customer.data;

import io.huikuan.customer.CheckedPerson;
import io.huikuan.customer.SourcedPerson;
import io.huikuan.kernel.sql.Columns;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Writes many contact persons at once. */
@ApplicationScoped
public class ContactPersonBulk {

    private static final String GIVEN = """
            unnest(:ids, :customers, :keys, :names, :titles, :roles, :influences, :phones, :emails, :from, :to, :owners)
                n (id, customer_id, source_key, name, job_title, decision_role, influence, phone, email, preferred_from, preferred_to,
                    owner_id)""";

    private final Sql sql;
    private final BusinessDates dates;

    ContactPersonBulk(Sql sql, BusinessDates dates) {
        this.sql = sql;
        this.dates = dates;
    }

    /** Writes those whose keys are free; answers how many. */
    public int insert(List<SourcedPerson> persons) {
        return bound(persons, """
                insert into contact_person (tenant_id, id, version, customer_id, source_key, name, job_title, decision_role, influence,
                    phone, email, preferred_from, preferred_to, relationship_owner_id, created_at)
                select :tenant, n.id, 1, n.customer_id, n.source_key, n.name, n.job_title, n.decision_role, n.influence, n.phone, n.email,
                    cast(n.preferred_from as time), cast(n.preferred_to as time), n.owner_id, :now
                from /* given */
                on conflict (tenant_id, customer_id, source_key) do nothing""").bind("now", dates.now()).update();
    }

    /** Writes known ones anew; each gets its next version. Hours that the customer itself said stay. */
    public void update(List<SourcedPerson> persons) {
        bound(persons, """
                update contact_person p set version = p.version + 1, name = n.name, job_title = n.job_title,
                    decision_role = n.decision_role, influence = n.influence, phone = n.phone, email = n.email,
                    preferred_from = case when p.hours_said_by_customer then p.preferred_from else cast(n.preferred_from as time) end,
                    preferred_to = case when p.hours_said_by_customer then p.preferred_to else cast(n.preferred_to as time) end,
                    relationship_owner_id = n.owner_id
                from /* given */
                where p.tenant_id = :tenant and p.id = n.id and p.erased_at is null""").update();
    }

    private Statement bound(List<SourcedPerson> persons, String statement) {
        Function<Function<CheckedPerson, Object>, List<String>> texts = part -> Columns.of(persons, person -> {
            Object value = part.apply(person.fields());
            return value == null ? null : value.toString();
        });
        return sql.of(statement.replace("/* given */", GIVEN))
                .uuids("ids", Columns.of(persons, SourcedPerson::id))
                .uuids("customers", Columns.of(persons, SourcedPerson::customer))
                .texts("keys", Columns.of(persons, SourcedPerson::sourceKey))
                .texts("names", texts.apply(CheckedPerson::name))
                .texts("titles", texts.apply(CheckedPerson::jobTitle))
                .texts("roles", texts.apply(CheckedPerson::decisionRole))
                .integers(
                        "influences",
                        Columns.of(persons, person -> person.fields().influence()))
                .texts("phones", texts.apply(CheckedPerson::phone))
                .texts("emails", texts.apply(CheckedPerson::email))
                .texts("from", texts.apply(CheckedPerson::preferredFrom))
                .texts("to", texts.apply(CheckedPerson::preferredTo))
                .uuids("owners", Columns.of(persons, person -> person.fields().relationshipOwner()));
    }

    /** Writes whom persons report to. */
    public void updateSuperiors(Map<UUID, UUID> superiors) {
        sql.of("""
                update contact_person p set reports_to_id = n.superior from unnest(:persons, :superiors) n (person, superior)
                where p.tenant_id = :tenant and p.id = n.person and p.erased_at is null""")
                .uuids("persons", superiors.keySet())
                .uuids("superiors", superiors.values())
                .update();
    }

    /** Those of the persons who are above themselves. */
    public Set<UUID> inCircles(Set<UUID> those) {
        return new HashSet<>(sql.of("""
                with recursive above (person, superior) as (
                    select p.id, p.reports_to_id from contact_person p
                    where p.tenant_id = :tenant and p.id = any(:persons) and p.reports_to_id is not null
                    union
                    select a.person, p.reports_to_id from above a
                    join contact_person p on p.tenant_id = :tenant and p.id = a.superior
                    where p.reports_to_id is not null)
                select person from above where superior = person""").uuids("persons", those).list(row -> row.uuid("person")));
    }
}
