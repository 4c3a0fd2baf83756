package io.huikuan.contract.data;

import io.huikuan.contract.Contract;
import io.huikuan.contract.ContractDue;
import io.huikuan.contract.ContractFilter;
import io.huikuan.contract.ContractForm;
import io.huikuan.contract.ContractPolicy;
import io.huikuan.contract.ContractSeal;
import io.huikuan.contract.PaymentClause;
import io.huikuan.contract.domain.ClauseCheck;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.payment.PaymentMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads contracts, the newest first, each with what is wrong with it on the business date. Only of customers that the actor may see. */
@ApplicationScoped
public class ContractReads {

    private static final UUID NO_ONE = new UUID(0, 0);

    private static final String COLUMNS = "k.id, k.version as current, k.customer_id, k.number, k.created_at, v.*";

    /** What is wrong with a version on the day, by its kinds. */
    private static final String FLAWS = """
            (v.flaws
                || case when v.signed_on is null or v.signed_on > cast(:today as date) then array['NOT_SIGNED'] else '{}' end
                || case when v.valid_until < cast(:today as date) then array['EXPIRED'] else '{}' end
                || case when v.due_days > :longest then array['LONG_TERMS'] else '{}' end)""";

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;
    private final ContractStore store;

    ContractReads(Sql sql, CurrentActor actor, BusinessDates dates, ContractStore store) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
        this.store = store;
    }

    private record Placed(Contract contract, Instant createdAt) {}

    /** Those of the ids that the actor may see. */
    public Map<UUID, Contract> byIds(Collection<UUID> ids) {
        ContractPolicy policy = store.policy();
        LocalDate today = dates.today();
        return sql.of("select " + COLUMNS + fromVisible() + " and k.id = any(:ids)")
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), row -> contract(row, policy, today));
    }

    /** A page of all that match. */
    public Page<Contract> page(ContractFilter filter, Paging paging) {
        ContractPolicy policy = store.policy();
        LocalDate today = dates.today();
        Optional<Cursor> after = paging.afterCursor(2);
        String matching = fromVisible()
                + (filter.customerId() == null ? "" : " and k.customer_id = :customer")
                + (filter.finding() == null ? "" : " and " + FLAWS + " && :findings")
                + (filter.flawed() == null ? "" : " and (cardinality(" + FLAWS + ") > 0) = :flawed");
        Statement statement = bind(
                        sql.of("select " + COLUMNS + matching
                                + (after.isPresent() ? " and (k.created_at, k.id) < (:after_time, :after_id)" : "")
                                + " order by k.created_at desc, k.id desc limit :fetch"),
                        filter,
                        policy)
                .bind("fetch", paging.fetch());
        after.ifPresent(
                cursor -> statement.bind("after_time", cursor.instant(0)).bind("after_id", cursor.uuid(1)));
        int total = paging.counted()
                ? bind(sql.of("select count(*) as count" + matching), filter, policy)
                        .one(row -> row.integer("count"))
                : 0;
        return Page.of(
                        statement.list(row -> new Placed(contract(row, policy, today), row.instant("created_at"))),
                        paging,
                        found -> Cursor.of(found.createdAt(), found.contract().uuid()),
                        total)
                .map(Placed::contract);
    }

    private String fromVisible() {
        return " from contract k join contract_version v on v.tenant_id = :tenant and v.contract_id = k.id and v.version = k.version"
                + " join customer c on c.tenant_id = :tenant and c.id = k.customer_id where k.tenant_id = :tenant and "
                + Visibility.of(actor.get(), "c");
    }

    private Statement bind(Statement statement, ContractFilter filter, ContractPolicy policy) {
        statement.bind("today", dates.today()).bind("longest", policy.longestDays());
        if (filter.customerId() != null) {
            statement.bind(
                    "customer",
                    NodeId.uuid(NodeKind.CUSTOMER, filter.customerId()).orElse(NO_ONE));
        }
        if (filter.finding() != null) {
            statement.names("findings", filter.finding());
        }
        return filter.flawed() == null ? statement : statement.bind("flawed", filter.flawed());
    }

    /** A page of all versions of each of the contracts, which the actor is known to see, the newest first. */
    public Map<UUID, Page<Contract>> versions(Collection<UUID> contracts, Paging paging) {
        ContractPolicy policy = store.policy();
        LocalDate today = dates.today();
        Optional<Cursor> after = paging.afterCursor(1);
        Statement statement = sql.of("select " + COLUMNS.replace("k.version as current", "v.version as current")
                        + " from contract k cross join lateral (select * from contract_version h where h.tenant_id = :tenant and h.contract_id = k.id"
                        + (after.isPresent() ? " and h.version < :after" : "")
                        + " order by h.version desc limit :fetch) v where k.tenant_id = :tenant and k.id = any(:contracts)"
                        + " order by k.id, v.version desc")
                .uuids("contracts", contracts)
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement.bind("after", cursor.decimal(0)));
        Map<UUID, List<Contract>> rows = statement.group(row -> row.uuid("id"), row -> contract(row, policy, today));
        Map<UUID, Integer> totals = paging.counted()
                ? sql.of(
                                "select k.id, k.version from contract k where k.tenant_id = :tenant and k.id = any(:contracts)")
                        .uuids("contracts", contracts)
                        .map(row -> row.uuid("id"), row -> row.integer("version"))
                : Map.of();
        return Page.ofEach(contracts, rows, paging, found -> Cursor.of(found.version()), totals);
    }

    private static Contract contract(Row row, ContractPolicy policy, LocalDate today) {
        PaymentClause clause = clause(row);
        return new Contract(
                NodeId.of(NodeKind.CONTRACT, row.uuid("id")),
                row.integer("current"),
                row.text("number"),
                row.text("title"),
                clause,
                row.date("signed_on"),
                row.date("valid_from"),
                row.date("valid_until"),
                ClauseCheck.of(clause, policy, row.date("signed_on"), row.date("valid_until"), today),
                row.instant("recorded_at"),
                row.uuid("customer_id"),
                row.uuid("recorded_by"));
    }

    private static PaymentClause clause(Row row) {
        BigDecimal rate = row.number("late_fee_rate");
        return new PaymentClause(
                row.constant(ContractForm.class, "form"),
                row.constant(ContractSeal.class, "seal"),
                row.constant(ContractDue.class, "due"),
                row.date("due_date"),
                row.integerOrNull("due_days"),
                row.text("due_wording"),
                rate == null ? null : Decimal.of(rate),
                money(row.number("late_fee_amount"), row.text("late_fee_currency")),
                row.constant(PaymentMethod.class, "method"),
                money(row.number("amount"), row.text("currency")));
    }

    private static Money money(BigDecimal amount, String currency) {
        return amount == null ? null : Money.of(amount, currency);
    }
}
