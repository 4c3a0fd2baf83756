package io.huikuan.customer.data;

import io.huikuan.customer.CheckedDetails;
import io.huikuan.customer.CreditGrade;
import io.huikuan.customer.SourcedCustomer;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Columns;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.tenant.PaymentTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Writes many customers at once. */
@ApplicationScoped
public class CustomerBulk {

    private static final String GIVEN = """
            unnest(:ids, :codes, :statuses, :names, :legalNames, :kinds, :grades, :regions, :zones, :owners, :limits, :currencies, :terms,
                :thresholds)
                n (id, code, status, name, legal_name, kind, grade, region, time_zone, owner_id, limit_amount, limit_currency, terms,
                    threshold)""";

    private final Sql sql;
    private final BusinessDates dates;

    CustomerBulk(Sql sql, BusinessDates dates) {
        this.sql = sql;
        this.dates = dates;
    }

    /** Writes those whose codes are free; answers how many. */
    public int insert(List<SourcedCustomer> customers) {
        return bound(customers, """
                insert into customer (tenant_id, id, version, code, status, name, legal_name, kind, grade, region, time_zone, owner_id,
                    credit_limit_amount, credit_limit_currency, terms, sell_through_threshold, created_at)
                select :tenant, n.id, 1, n.code, n.status, n.name, n.legal_name, n.kind, n.grade, n.region, n.time_zone, n.owner_id,
                    n.limit_amount, n.limit_currency, n.terms, n.threshold, :now
                from /* given */
                on conflict (tenant_id, code) do nothing""").bind("now", dates.now()).update();
    }

    /** A customer of which the threshold, the limit or the grade is another one now. */
    public record Changed(UUID id, boolean threshold, boolean limit, boolean grade) {}

    /** Writes known ones anew; each gets its next version. Answers those of which other features keep what changed. */
    public List<Changed> update(List<SourcedCustomer> customers) {
        return bound(customers, """
                with given as (select * from /* given */),
                before as (select c.id, c.sell_through_threshold, c.grade, c.credit_limit_amount, c.credit_limit_currency from customer c join given n on n.id = c.id where c.tenant_id = :tenant),
                after as (
                    update customer c set version = c.version + 1, status = n.status, name = n.name, legal_name = n.legal_name,
                        kind = n.kind, grade = n.grade, region = n.region, time_zone = n.time_zone, owner_id = n.owner_id,
                        credit_limit_amount = n.limit_amount, credit_limit_currency = n.limit_currency, terms = n.terms,
                        sell_through_threshold = n.threshold
                    from given n where c.tenant_id = :tenant and c.id = n.id
                    returning c.id, c.sell_through_threshold, c.grade, c.credit_limit_amount, c.credit_limit_currency)
                select after.id, before.sell_through_threshold is distinct from after.sell_through_threshold as threshold,
                    (before.credit_limit_amount, before.credit_limit_currency)
                        is distinct from (after.credit_limit_amount, after.credit_limit_currency) as limit_differs,
                    before.grade is distinct from after.grade as grade_differs
                from after join before on before.id = after.id
                where (before.sell_through_threshold, before.grade, before.credit_limit_amount, before.credit_limit_currency)
                    is distinct from (after.sell_through_threshold, after.grade, after.credit_limit_amount, after.credit_limit_currency)""")
                .list(row -> new Changed(
                        row.uuid("id"), row.flag("threshold"), row.flag("limit_differs"), row.flag("grade_differs")));
    }

    /** Gives a customer another grade. */
    public void grade(UUID customer, CreditGrade grade) {
        sql.of("update customer set grade = :grade, version = version + 1 where tenant_id = :tenant and id = :id")
                .bind("id", customer)
                .bind("grade", grade)
                .update();
    }

    private Statement bound(List<SourcedCustomer> customers, String statement) {
        Function<Function<CheckedDetails, String>, List<String>> texts =
                part -> Columns.of(customers, customer -> part.apply(customer.details()));
        return sql.of(statement.replace("/* given */", GIVEN))
                .uuids("ids", Columns.of(customers, SourcedCustomer::id))
                .texts("codes", Columns.of(customers, SourcedCustomer::code))
                .names("statuses", Columns.of(customers, SourcedCustomer::status))
                .texts("names", texts.apply(CheckedDetails::name))
                .texts("legalNames", texts.apply(CheckedDetails::legalName))
                .texts("kinds", texts.apply(details -> details.kind().name()))
                .texts("grades", texts.apply(details -> or(details.grade(), Enum::name)))
                .texts("regions", texts.apply(CheckedDetails::region))
                .texts("zones", texts.apply(CheckedDetails::timeZone))
                .uuids(
                        "owners",
                        Columns.of(customers, customer -> customer.details().owner()))
                .numbers(
                        "limits",
                        Columns.of(customers, customer -> or(customer.details().creditLimit(), Money::value)))
                .texts("currencies", texts.apply(details -> or(details.creditLimit(), Money::currency)))
                .texts("terms", texts.apply(details -> or(details.terms(), PaymentTerms::asText)))
                .numbers(
                        "thresholds",
                        Columns.of(
                                customers, customer -> or(customer.details().sellThroughThreshold(), Decimal::value)));
    }

    private static <T, R> R or(T value, Function<T, R> form) {
        return value == null ? null : form.apply(value);
    }
}
