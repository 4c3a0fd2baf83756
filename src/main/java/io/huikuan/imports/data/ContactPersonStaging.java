package io.huikuan.imports.data;

import io.huikuan.customer.CheckedPerson;
import io.huikuan.customer.DecisionRole;
import io.huikuan.customer.SourcedPerson;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Resolves rows of contact persons by customer and source key. Of several rows with one key the last one counts. */
@ApplicationScoped
public class ContactPersonStaging {

    private final Sql sql;

    ContactPersonStaging(Sql sql) {
        this.sql = sql;
    }

    /** A person that the file says anew. */
    public record SaidRow(int row, SourcedPerson person) {}

    /** Whom a person reports to by the file, null for nobody, when that is news. */
    public record Superior(int row, UUID person, UUID superior) {}

    /** The addresses of our people that the file names, in lower case. */
    public List<String> owners() {
        return sql.of("select distinct lower(relationship_owner_email) as email from import_row"
                        + " where tenant_id = :tenant and relationship_owner_email is not null")
                .list(row -> row.text("email"));
    }

    /** Resolves the rows; what the file has no column for stays as it is, and whoever was erased stays so. */
    public void resolve(Set<String> columns, Map<String, UUID> owners) {
        sql.temporary(
                "import_resolved",
                "row_number int not null, customer_id uuid, known_id uuid, erased boolean not null, last boolean not null,"
                        + " verdict text not null, differs boolean not null, source_key text, name text, job_title text, decision_role text,"
                        + " influence int, phone text, email text, preferred_from time, preferred_to time, owner_id uuid, reports_to text,"
                        + " primary key (row_number)");
        sql.of("""
                insert into import_resolved (row_number, customer_id, known_id, erased, last, verdict, differs, source_key, name, job_title,
                    decision_role, influence, phone, email, preferred_from, preferred_to, owner_id, reports_to)
                select n.row_number, n.customer_id, n.known_id, n.erased, n.last,
                    case when n.before is null then 'CREATED' when n.erased or n.content = n.before then 'UNCHANGED' else 'UPDATED' end,
                    n.content is distinct from n.known, n.source_key, n.name, n.job_title, n.decision_role, n.influence, n.phone, n.email,
                    n.preferred_from, n.preferred_to, n.owner_id, n.reports_to
                from (
                    select m.*, lead(m.row_number) over by_key is null as last, coalesce(lag(m.content) over by_key, m.known) as before
                    from (
                        select s.*, row(s.name, s.job_title, s.decision_role, s.influence, s.phone, s.email, s.preferred_from,
                            s.preferred_to, s.owner_id, s.reports_to)::text as content
                        from (
                            select i.row_number, i.customer_code, i.source_key, c.id as customer_id, k.id as known_id,
                                k.erased_at is not null as erased, i.name, /* job_title */ as job_title, /* decision_role */ as decision_role,
                                /* influence */ as influence, /* phone */ as phone, /* email */ as email,
                                /* preferred_from */ as preferred_from, /* preferred_to */ as preferred_to, /* owner */ as owner_id,
                                /* reports_to */ as reports_to,
                                case when k.id is not null then row(k.name, k.job_title, k.decision_role, k.influence, k.phone, k.email,
                                    k.preferred_from, k.preferred_to, k.relationship_owner_id, b.key)::text end as known
                            from import_row i
                            left join customer c on c.tenant_id = :tenant and c.code = i.customer_code
                            left join contact_person k on k.tenant_id = :tenant and k.customer_id = c.id and k.source_key = i.source_key
                            left join lateral (select coalesce(b.source_key, b.id::text) as key from contact_person b
                                where b.tenant_id = :tenant and b.id = k.reports_to_id) b on true
                            left join unnest(:emails, :owners) o (email, owner_id) on o.email = lower(i.relationship_owner_email)
                            where i.tenant_id = :tenant) s) m
                    window by_key as (partition by m.customer_code, m.source_key order by m.row_number)) n""".replace("/* job_title */", said(columns, "job_title"))
                        .replace("/* decision_role */", said(columns, "decision_role"))
                        .replace("/* influence */", said(columns, "influence"))
                        .replace("/* phone */", said(columns, "phone"))
                        .replace("/* email */", said(columns, "email"))
                        .replace("/* preferred_from */", hours(columns, "preferred_from"))
                        .replace("/* preferred_to */", hours(columns, "preferred_to"))
                        .replace("/* reports_to */", columns.contains("reports_to") ? "i.reports_to" : "b.key")
                        .replace(
                                "/* owner */",
                                columns.contains("relationship_owner_email")
                                        ? "o.owner_id"
                                        : "k.relationship_owner_id"))
                .texts("emails", owners.keySet())
                .uuids("owners", owners.values())
                .update();
        sql.analyze("import_resolved");
    }

    /** What the customer itself said of hours no file changes. */
    private static String hours(Set<String> columns, String column) {
        return "case when k.hours_said_by_customer then k." + column + " else " + said(columns, column) + " end";
    }

    private static String said(Set<String> columns, String column) {
        return (columns.contains(column) ? "i." : "k.") + column;
    }

    /** Finds what is wrong with the rows; {@code superiors}: whether the file says anything of them. */
    public void find(boolean superiors) {
        sql.of("""
                insert into import_finding (row_number, column_name, code, message)
                select r.row_number, 'customer_code', 'NOT_FOUND', 'There is no customer with this code.'
                from import_resolved r where r.tenant_id = :tenant and r.customer_id is null
                union all
                select r.row_number, 'reports_to', 'NOT_FOUND', 'The customer has no person with this key.'
                from import_resolved r
                where r.tenant_id = :tenant and :superiors and r.customer_id is not null and r.reports_to is not null
                    and not exists (select from import_resolved b
                        where b.tenant_id = :tenant and b.customer_id = r.customer_id and b.source_key = r.reports_to)
                    and not exists (select from contact_person b
                        where b.tenant_id = :tenant and b.customer_id = r.customer_id and b.source_key = r.reports_to)""").bind("superiors", superiors).update();
    }

    /** The next new persons after a row. */
    public List<SaidRow> newAfter(int row, int most) {
        return after("r.known_id is null", row, most);
    }

    /** The next known persons after a row that the file says otherwise. */
    public List<SaidRow> changedAfter(int row, int most) {
        return after("r.known_id is not null and r.differs and not r.erased", row, most);
    }

    private List<SaidRow> after(String which, int row, int most) {
        return sql.of(
                        "select r.row_number, r.customer_id, r.known_id, r.source_key, r.name, r.job_title, r.decision_role, r.influence,"
                                + " r.phone, r.email, r.preferred_from, r.preferred_to, r.owner_id from import_resolved r"
                                + " where r.tenant_id = :tenant and r.last and " + which
                                + " and r.row_number > :row order by r.row_number limit :most")
                .bind("row", row)
                .bind("most", most)
                .list(found -> new SaidRow(found.integer("row_number"), person(found)));
    }

    private static SourcedPerson person(Row row) {
        UUID known = row.uuid("known_id");
        return new SourcedPerson(
                known == null ? Uuids.next() : known,
                row.uuid("customer_id"),
                row.text("source_key"),
                new CheckedPerson(
                        row.text("name"),
                        row.text("job_title"),
                        row.constant(DecisionRole.class, "decision_role"),
                        row.integerOrNull("influence"),
                        row.text("phone"),
                        row.text("email"),
                        time(row.text("preferred_from")),
                        time(row.text("preferred_to")),
                        null,
                        null,
                        row.uuid("owner_id")));
    }

    private static LocalTime time(String text) {
        return text == null ? null : LocalTime.parse(text);
    }

    /** The next persons after a row who report to somebody else than before, all persons of the file being there. */
    public List<Superior> superiorsAfter(int row, int most) {
        return sql.of("""
                select r.row_number, p.id, b.id as superior_id
                from import_resolved r
                join contact_person p on p.tenant_id = :tenant and p.customer_id = r.customer_id and p.source_key = r.source_key
                left join contact_person b on b.tenant_id = :tenant and b.customer_id = r.customer_id and b.source_key = r.reports_to
                where r.tenant_id = :tenant and r.last and not r.erased and r.row_number > :row
                    and p.reports_to_id is distinct from b.id
                order by r.row_number limit :most""")
                .bind("row", row)
                .bind("most", most)
                .list(found -> new Superior(found.integer("row_number"), found.uuid("id"), found.uuid("superior_id")));
    }
}
