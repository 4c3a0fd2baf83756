package io.huikuan.credit.data;

import io.huikuan.credit.CreditPolicy;
import io.huikuan.credit.CreditRule;
import io.huikuan.credit.CreditRuleMode;
import io.huikuan.credit.CreditRuleSetting;
import io.huikuan.credit.CreditRuleSource;
import io.huikuan.credit.TrialGrowth;
import io.huikuan.credit.TrialPolicy;
import io.huikuan.credit.domain.RuleSettings;
import io.huikuan.customer.CreditGrade;
import io.huikuan.kernel.graph.Uuids;
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
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads and adds to what is said of rules, and the policy. */
@ApplicationScoped
public class RuleStore {

    private static final String SETTING = """
            r.*, case when r.customer_id is not null then 'CUSTOMER' when r.grade is not null then 'GRADE' else 'TENANT' end as source""";

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    RuleStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** What is said of a rule, checked; for a customer, for a grade, or for neither, and what the rule does not need is null. */
    public record NewSetting(
            CreditRule rule,
            UUID customer,
            CreditGrade grade,
            CreditRuleMode mode,
            Money amount,
            Integer days,
            BigDecimal share,
            LocalDate validUntil,
            String reason) {}

    /** Says it from the business date on. */
    public void insert(NewSetting setting) {
        sql.of("""
                insert into credit_rule (tenant_id, id, rule, customer_id, grade, mode, amount, currency, days, share, valid_from, valid_until,
                    reason, recorded_at, recorded_by)
                values (:tenant, :id, :rule, :customer, :grade, :mode, :amount, :currency, :days, :share, :today, :until, :reason, :now, :by)""")
                .bind("id", Uuids.next())
                .bind("rule", setting.rule())
                .bind("customer", setting.customer())
                .bind("grade", setting.grade())
                .bind("mode", setting.mode())
                .bind(
                        "amount",
                        setting.amount() == null ? null : setting.amount().value())
                .bind(
                        "currency",
                        setting.amount() == null ? null : setting.amount().currency())
                .bind("days", setting.days())
                .bind("share", setting.share())
                .bind("today", dates.today())
                .bind("until", setting.validUntil())
                .bind("reason", setting.reason())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }

    /** The policy in force; before anybody decided anything its version is 0. */
    public CreditPolicy policy() {
        List<CreditRuleSetting> said = sql.of("select s.* from (select distinct on (r.rule, r.grade) " + SETTING + """
                 from credit_rule r
                where r.tenant_id = :tenant and r.customer_id is null and r.valid_from <= cast(:today as date)
                    and (r.valid_until is null or r.valid_until >= cast(:today as date))
                order by r.rule, r.grade, r.recorded_at desc, r.id desc) s
                where s.mode <> 'INHERIT'""")
                .bind("today", dates.today())
                .list(RuleStore::setting);
        List<CreditRuleSetting> ofTenant = RuleSettings.complete(said.stream()
                .filter(setting -> setting.source() == CreditRuleSource.TENANT)
                .toList());
        List<CreditRuleSetting> rules = Stream.concat(
                        ofTenant.stream(), said.stream().filter(setting -> setting.source() == CreditRuleSource.GRADE))
                .toList();
        return sql.of("select k.* from credit_policy k where k.tenant_id = :tenant order by k.version desc limit 1")
                .first(row -> new CreditPolicy(row.integer("version"), row.flag("count_orders"), trial(row), rules))
                .orElse(new CreditPolicy(0, true, null, rules));
    }

    private static TrialPolicy trial(Row row) {
        String currency = row.text("trial_currency");
        return currency == null
                ? null
                : new TrialPolicy(
                        Money.of(row.number("trial_amount"), currency),
                        new TrialGrowth(
                                Money.of(row.number("trial_step"), currency),
                                row.integer("trial_every"),
                                Money.of(row.number("trial_most"), currency)),
                        row.integerOrNull("trial_days"));
    }

    /** Writes the policy under its version; false when that version is there already. */
    public boolean insert(CreditPolicy policy) {
        Optional<TrialPolicy> trial = Optional.ofNullable(policy.trial());
        return sql.of("""
                insert into credit_policy (tenant_id, version, count_orders, trial_amount, trial_currency, trial_step, trial_every, trial_most,
                    trial_days, recorded_at, recorded_by)
                values (:tenant, :version, :count_orders, :amount, :currency, :step, :every, :most, :days, :now, :by)
                on conflict (tenant_id, version) do nothing""")
                        .bind("version", policy.version())
                        .bind("count_orders", policy.countOrders())
                        .bind("amount", trial.map(set -> set.amount().value()).orElse(null))
                        .bind(
                                "currency",
                                trial.map(set -> set.amount().currency()).orElse(null))
                        .bind(
                                "step",
                                trial.map(set -> set.growth().step().value()).orElse(null))
                        .bind("every", trial.map(set -> set.growth().every()).orElse(null))
                        .bind(
                                "most",
                                trial.map(set -> set.growth().most().value()).orElse(null))
                        .bind("days", trial.map(TrialPolicy::days).orElse(null))
                        .bind("now", dates.now())
                        .bind("by", actor.get().user().orElse(null))
                        .update()
                == 1;
    }

    /** A page of all that was ever said, the newest first; of a customer only where the actor sees it. */
    public Page<CreditRuleSetting> page(Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String seen = " from credit_rule r where r.tenant_id = :tenant and (r.customer_id is null or exists ("
                + "select from customer c where c.tenant_id = :tenant and c.id = r.customer_id and "
                + Visibility.of(actor.get(), "c") + "))";
        Statement statement = sql.of("select " + SETTING + seen
                        + (after.isPresent() ? " and (r.recorded_at, r.id) < (:after_time, :after_id)" : "")
                        + " order by r.recorded_at desc, r.id desc limit :fetch")
                .bind("fetch", paging.fetch());
        after.ifPresent(
                cursor -> statement.bind("after_time", cursor.instant(0)).bind("after_id", cursor.uuid(1)));
        int total = paging.counted() ? sql.of("select count(*) as count" + seen).one(row -> row.integer("count")) : 0;
        return Page.of(
                statement.list(RuleStore::setting), paging, found -> Cursor.of(found.recordedAt(), found.key()), total);
    }

    private static CreditRuleSetting setting(Row row) {
        BigDecimal share = row.number("share");
        BigDecimal amount = row.number("amount");
        return new CreditRuleSetting(
                row.constant(CreditRule.class, "rule"),
                row.constant(CreditRuleMode.class, "mode"),
                row.constant(CreditRuleSource.class, "source"),
                row.constant(CreditGrade.class, "grade"),
                amount == null ? null : Money.of(amount, row.text("currency")),
                row.integerOrNull("days"),
                share == null ? null : Decimal.of(share),
                row.date("valid_from"),
                row.date("valid_until"),
                row.text("reason"),
                row.instant("recorded_at"),
                row.uuid("customer_id"),
                row.uuid("recorded_by"),
                row.uuid("id"));
    }
}
