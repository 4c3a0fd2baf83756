package io.huikuan.contract.data;

import io.huikuan.contract.ContractFindingKind;
import io.huikuan.contract.ContractPolicy;
import io.huikuan.contract.PaymentClause;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes contracts, version by version, and the policy. */
@ApplicationScoped
public class ContractStore {

    /** What a tenant that decided nothing reckons with: money at 6 % a year, three months of delay, and terms of up to 90 days. */
    private static final ContractPolicy BY_ITSELF = new ContractPolicy(0, Decimal.of(new BigDecimal("0.06")), 90, 90);

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    ContractStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** What is agreed, checked; title, signature and last day may be null. */
    public record Agreed(
            String title,
            PaymentClause clause,
            LocalDate signedOn,
            LocalDate validFrom,
            LocalDate validUntil,
            Set<ContractFindingKind> flaws) {

        public Agreed {
            flaws = Set.copyOf(flaws);
        }
    }

    /** Writes a contract with its first version; false when its number is taken. */
    public boolean insert(UUID id, UUID customer, String number, Agreed agreed) {
        boolean free = sql.of("""
                insert into contract (tenant_id, id, version, customer_id, number, created_at) values (:tenant, :id, 1, :customer, :number, :now)
                on conflict (tenant_id, number) do nothing""")
                        .bind("id", id)
                        .bind("customer", customer)
                        .bind("number", number)
                        .bind("now", dates.now())
                        .update()
                == 1;
        if (free) {
            insertVersion(id, 1, agreed);
        }
        return free;
    }

    /** Writes the next version of a contract. */
    public void update(UUID id, int version, Agreed agreed) {
        sql.of("update contract set version = :version where tenant_id = :tenant and id = :id")
                .bind("id", id)
                .bind("version", version)
                .update();
        insertVersion(id, version, agreed);
    }

    private void insertVersion(UUID contract, int version, Agreed agreed) {
        Statement statement = sql.of("""
                insert into contract_version (tenant_id, contract_id, version, title, form, seal, due, due_date, due_days, due_wording,
                    late_fee_rate, late_fee_amount, late_fee_currency, method, amount, currency, signed_on, valid_from, valid_until, flaws,
                    recorded_at, recorded_by)
                values (:tenant, :contract, :version, :title, :form, :seal, :due, :due_date, :due_days, :due_wording, :fee_rate, :fee_amount,
                    :fee_currency, :method, :amount, :currency, :signed_on, :valid_from, :valid_until, :flaws, :now, :by)""");
        bound(statement, agreed.clause())
                .bind("contract", contract)
                .bind("version", version)
                .bind("title", agreed.title())
                .bind("signed_on", agreed.signedOn())
                .bind("valid_from", agreed.validFrom())
                .bind("valid_until", agreed.validUntil())
                .names("flaws", agreed.flaws())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }

    private static Statement bound(Statement statement, PaymentClause clause) {
        Optional<Money> fee = Optional.ofNullable(clause.lateFeeAmount());
        Optional<Money> amount = Optional.ofNullable(clause.amount());
        return statement
                .bind("form", clause.form())
                .bind("seal", clause.seal())
                .bind("due", clause.due())
                .bind("due_date", clause.dueDate())
                .bind("due_days", clause.dueDays())
                .bind("due_wording", clause.dueWording())
                .bind(
                        "fee_rate",
                        clause.lateFeeRate() == null
                                ? null
                                : clause.lateFeeRate().value())
                .bind("fee_amount", fee.map(Money::value).orElse(null))
                .bind("fee_currency", fee.map(Money::currency).orElse(null))
                .bind("method", clause.method())
                .bind("amount", amount.map(Money::value).orElse(null))
                .bind("currency", amount.map(Money::currency).orElse(null));
    }

    /** Whose contract it is; empty when there is none. */
    public Optional<UUID> customerOf(UUID contract) {
        return sql.of("select c.customer_id from contract c where c.tenant_id = :tenant and c.id = :id")
                .bind("id", contract)
                .first(row -> row.uuid("customer_id"));
    }

    /** The policy in force; before anybody decided anything its version is 0. */
    public ContractPolicy policy() {
        return sql.of("select p.* from contract_policy p where p.tenant_id = :tenant order by p.version desc limit 1")
                .first(row -> new ContractPolicy(
                        row.integer("version"),
                        Decimal.of(row.number("capital_rate")),
                        row.integer("late_days"),
                        row.integer("longest_days")))
                .orElse(BY_ITSELF);
    }

    /** Writes the policy under its version; false when that version is there already. */
    public boolean insert(ContractPolicy policy) {
        return sql.of("""
                insert into contract_policy (tenant_id, version, capital_rate, late_days, longest_days, recorded_at, recorded_by)
                values (:tenant, :version, :rate, :late, :longest, :now, :by) on conflict (tenant_id, version) do nothing""")
                        .bind("version", policy.version())
                        .bind("rate", policy.capitalRate().value())
                        .bind("late", policy.lateDays())
                        .bind("longest", policy.longestDays())
                        .bind("now", dates.now())
                        .bind("by", actor.get().user().orElse(null))
                        .update()
                == 1;
    }
}
