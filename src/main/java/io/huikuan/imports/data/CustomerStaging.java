package io.huikuan.imports.data;

import io.huikuan.customer.CheckedDetails;
import io.huikuan.customer.CreditGrade;
import io.huikuan.customer.CustomerKind;
import io.huikuan.customer.CustomerStatus;
import io.huikuan.customer.SourcedCustomer;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.tenant.PaymentTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Resolves rows of customers by their codes. Of several rows with one code the last one counts. */
@ApplicationScoped
public class CustomerStaging {

    private final Sql sql;

    CustomerStaging(Sql sql) {
        this.sql = sql;
    }

    /** A customer that the file says anew. */
    public record SaidRow(int row, SourcedCustomer customer) {}

    /** The known customers that the file names. */
    public List<UUID> known() {
        return sql.of("""
                select distinct c.id from import_row i
                join customer c on c.tenant_id = :tenant and c.code = i.code
                where i.tenant_id = :tenant order by c.id""").list(row -> row.uuid("id"));
    }

    /** The addresses of owners that the file names, in lower case. */
    public List<String> owners() {
        return sql.of("select distinct lower(owner_email) as email from import_row"
                        + " where tenant_id = :tenant and owner_email is not null")
                .list(row -> row.text("email"));
    }

    /** Resolves the rows; what the file has no column for stays as it is. */
    public void resolve(Set<String> columns, Map<String, UUID> owners) {
        sql.temporary(
                "import_resolved",
                "row_number int not null, known_id uuid, last boolean not null, verdict text not null, differs boolean not null, code text,"
                        + " name text, legal_name text, kind text, status text, grade text, region text, time_zone text, owner_id uuid,"
                        + " limit_amount numeric, limit_currency text, terms text, threshold numeric, primary key (row_number)");
        sql.of("""
                insert into import_resolved (row_number, known_id, last, verdict, differs, code, name, legal_name, kind, status, grade,
                    region, time_zone, owner_id, limit_amount, limit_currency, terms, threshold)
                select n.row_number, n.known_id, n.last,
                    case when n.before is null then 'CREATED' when n.content <> n.before then 'UPDATED' else 'UNCHANGED' end,
                    n.content is distinct from n.known, n.code, n.name, n.legal_name, n.kind, n.status, n.grade, n.region, n.time_zone,
                    n.owner_id, n.limit_amount, n.limit_currency, n.terms, n.threshold
                from (
                    select m.*, lead(m.row_number) over by_code is null as last, coalesce(lag(m.content) over by_code, m.known) as before
                    from (
                        select s.*,
                            row(s.name, s.legal_name, s.kind, s.status, s.grade, s.region, s.time_zone, s.owner_id,
                                trim_scale(s.limit_amount), s.limit_currency, s.terms, trim_scale(s.threshold))::text as content
                        from (
                            select i.row_number, i.code, k.id as known_id, i.name, /* legal_name */ as legal_name,
                                coalesce(i.kind, k.kind, 'DISTRIBUTOR') as kind, coalesce(i.status, k.status, 'ACTIVE') as status,
                                /* grade */ as grade, /* region */ as region, /* time_zone */ as time_zone, /* owner_email */ as owner_id,
                                /* credit_limit */ as limit_amount, /* currency */ as limit_currency, /* terms */ as terms,
                                /* sell_through_threshold */ as threshold,
                                case when k.id is not null then row(k.name, k.legal_name, k.kind, k.status, k.grade, k.region, k.time_zone,
                                    k.owner_id, trim_scale(k.credit_limit_amount), k.credit_limit_currency, k.terms,
                                    trim_scale(k.sell_through_threshold))::text end as known
                            from import_row i
                            left join customer k on k.tenant_id = :tenant and k.code = i.code
                            left join unnest(:emails, :owners) o (email, owner_id) on o.email = lower(i.owner_email)
                            where i.tenant_id = :tenant) s) m
                    window by_code as (partition by m.code order by m.row_number)) n""".replace("/* legal_name */", said(columns, "legal_name", "i.legal_name", "k.legal_name"))
                        .replace("/* grade */", said(columns, "grade", "i.grade", "k.grade"))
                        .replace("/* region */", said(columns, "region", "i.region", "k.region"))
                        .replace("/* time_zone */", said(columns, "time_zone", "i.time_zone", "k.time_zone"))
                        .replace("/* owner_email */", said(columns, "owner_email", "o.owner_id", "k.owner_id"))
                        .replace(
                                "/* credit_limit */",
                                said(columns, "credit_limit", "i.credit_limit", "k.credit_limit_amount"))
                        .replace(
                                "/* currency */",
                                said(
                                        columns,
                                        "credit_limit",
                                        "case when i.credit_limit is not null then i.currency end",
                                        "k.credit_limit_currency"))
                        .replace("/* terms */", said(columns, "terms", "i.terms", "k.terms"))
                        .replace(
                                "/* sell_through_threshold */",
                                said(
                                        columns,
                                        "sell_through_threshold",
                                        "i.sell_through_threshold",
                                        "k.sell_through_threshold")))
                .texts("emails", owners.keySet())
                .uuids("owners", owners.values())
                .update();
        sql.analyze("import_resolved");
    }

    private static String said(Set<String> columns, String column, String inFile, String known) {
        return columns.contains(column) ? inFile : known;
    }

    /** The next new customers after a row. */
    public List<SaidRow> newAfter(int row, int most) {
        return after("r.known_id is null", row, most);
    }

    /** The next known customers after a row that the file says otherwise. */
    public List<SaidRow> changedAfter(int row, int most) {
        return after("r.known_id is not null and r.differs", row, most);
    }

    private List<SaidRow> after(String which, int row, int most) {
        return sql.of(
                        "select r.row_number, r.known_id, r.code, r.name, r.legal_name, r.kind, r.status, r.grade, r.region, r.time_zone,"
                                + " r.owner_id, r.limit_amount, r.limit_currency, r.terms, r.threshold from import_resolved r"
                                + " where r.tenant_id = :tenant and r.last and " + which
                                + " and r.row_number > :row order by r.row_number limit :most")
                .bind("row", row)
                .bind("most", most)
                .list(found -> new SaidRow(found.integer("row_number"), customer(found)));
    }

    private static SourcedCustomer customer(Row row) {
        UUID known = row.uuid("known_id");
        return new SourcedCustomer(
                known == null ? Uuids.next() : known,
                row.text("code"),
                row.constant(CustomerStatus.class, "status"),
                new CheckedDetails(
                        row.text("name"),
                        row.text("legal_name"),
                        row.constant(CustomerKind.class, "kind"),
                        row.constant(CreditGrade.class, "grade"),
                        row.text("region"),
                        row.text("time_zone"),
                        row.uuid("owner_id"),
                        row.number("limit_amount") == null
                                ? null
                                : Money.of(row.number("limit_amount"), row.text("limit_currency")),
                        row.text("terms") == null ? null : PaymentTerms.ofText(row.text("terms")),
                        row.number("threshold") == null ? null : Decimal.of(row.number("threshold"))));
    }
}
