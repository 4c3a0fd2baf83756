package io.huikuan.debtorclass.data;

import io.huikuan.debtorclass.ClassEntryKind;
import io.huikuan.debtorclass.ClassPolicy;
import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.sql.Columns;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes classes, suggestions, what was seen at a look, and the policy. */
@ApplicationScoped
public class ClassStore {

    /** What a tenant that decided nothing judges by. */
    private static final ClassPolicy BY_ITSELF = new ClassPolicy(
            0,
            90,
            3,
            10,
            fraction("0.5"),
            2,
            fraction("0.5"),
            fraction("0.5"),
            fraction("0.5"),
            60,
            3,
            fraction("0.7"),
            fraction("0.4"));

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    ClassStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    private static Decimal fraction(String text) {
        return Decimal.of(new BigDecimal(text));
    }

    /**
     * What somebody says of a customer.
     *
     * @param proposed what the evidence proposes at the moment
     * @param evidence in words
     * @param reason null where none is needed and none was given
     */
    public record Said(
            UUID customer, DebtorClass debtorClass, DebtorClass proposed, List<String> evidence, String reason) {

        public Said {
            evidence = List.copyOf(evidence);
        }
    }

    /** Makes it the customer's class; what was suggested is decided with it. */
    public void confirm(Said said) {
        sql.of("""
                insert into debtor_class as d (tenant_id, customer_id, version, class, proposed, reason, confirmed_on, confirmed_at, confirmed_by)
                values (:tenant, :customer, 1, :class, :proposed, :reason, :today, :now, :by)
                on conflict (tenant_id, customer_id) do update set version = d.version + 1, class = excluded.class, proposed = excluded.proposed,
                    reason = excluded.reason, confirmed_on = excluded.confirmed_on, confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by""")
                .bind("customer", said.customer())
                .bind("class", said.debtorClass())
                .bind("proposed", said.proposed())
                .bind("reason", said.reason())
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
        note(ClassEntryKind.CONFIRMED, said);
        see(said, null);
    }

    /** Keeps it as what is suggested until somebody decides. */
    public void suggest(Said said) {
        note(ClassEntryKind.SUGGESTED, said);
        see(said, said.debtorClass());
    }

    private void note(ClassEntryKind kind, Said said) {
        sql.of("""
                insert into debtor_class_entry (tenant_id, customer_id, number, kind, class, proposed, evidence, reason, recorded_at, recorded_by)
                select :tenant, :customer, coalesce(max(e.number), 0) + 1, :kind, :class, :proposed, :evidence, :reason, :now, :by
                from debtor_class_entry e where e.tenant_id = :tenant and e.customer_id = :customer""")
                .bind("customer", said.customer())
                .bind("kind", kind)
                .bind("class", said.debtorClass())
                .bind("proposed", said.proposed())
                .texts("evidence", said.evidence())
                .bind("reason", said.reason())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }

    private void see(Said said, DebtorClass suggestedOrNull) {
        boolean suggests = suggestedOrNull != null;
        sql.of("""
                insert into debtor_class_review (tenant_id, customer_id, proposed, looked_at, suggested, suggestion, suggested_by)
                values (:tenant, :customer, :proposed, :now, :suggested, :suggestion, :by)
                on conflict (tenant_id, customer_id) do update set proposed = excluded.proposed, looked_at = excluded.looked_at,
                    suggested = excluded.suggested, suggestion = excluded.suggestion, suggested_by = excluded.suggested_by""")
                .bind("customer", said.customer())
                .bind("proposed", said.proposed())
                .bind("now", dates.now())
                .bind("suggested", suggestedOrNull)
                .bind("suggestion", suggests ? said.reason() : null)
                .bind("by", suggests ? actor.get().user().orElse(null) : null)
                .update();
    }

    /** Keeps what the evidence on these customers proposes; answers of how many that is news. What is suggested stays. */
    public int see(Map<UUID, DebtorClass> proposed) {
        Collection<Map.Entry<UUID, DebtorClass>> rows = proposed.entrySet();
        return sql.of("""
                insert into debtor_class_review as v (tenant_id, customer_id, proposed, looked_at)
                select :tenant, x.id, x.proposed, :now from unnest(:ids, :classes) x (id, proposed)
                on conflict (tenant_id, customer_id) do update set proposed = excluded.proposed, looked_at = excluded.looked_at
                where v.proposed <> excluded.proposed""")
                .uuids("ids", Columns.of(rows, Map.Entry::getKey))
                .names("classes", Columns.of(rows, Map.Entry::getValue))
                .bind("now", dates.now())
                .update();
    }

    /** The next customers after this id that still buy, in the order of their ids. */
    public List<UUID> customersAfter(UUID id, int most) {
        return sql.of("""
                select c.id from customer c where c.tenant_id = :tenant and c.id > :after and c.status <> 'CLOSED' order by c.id limit :most""").bind("after", id).bind("most", most).list(row -> row.uuid("id"));
    }

    /** The policy in force; before anybody decided anything its version is 0. */
    public ClassPolicy policy() {
        return sql.of("select p.* from class_policy p where p.tenant_id = :tenant order by p.version desc limit 1")
                .first(row -> new ClassPolicy(
                        row.integer("version"),
                        row.integer("review_days"),
                        row.integer("fewest_cases"),
                        row.integer("slow_days"),
                        Decimal.of(row.number("unkept_share")),
                        row.integer("paid_concessions"),
                        Decimal.of(row.number("conditional_share")),
                        Decimal.of(row.number("disputed_share")),
                        Decimal.of(row.number("rejected_share")),
                        row.integer("evasive_days"),
                        row.integer("refusals"),
                        Decimal.of(row.number("able_rate")),
                        Decimal.of(row.number("short_rate"))))
                .orElse(BY_ITSELF);
    }

    /** Writes the policy under its version; false when that version is there already. */
    public boolean insert(ClassPolicy policy) {
        return sql.of("""
                insert into class_policy (tenant_id, version, review_days, fewest_cases, slow_days, unkept_share, paid_concessions,
                    conditional_share, disputed_share, rejected_share, evasive_days, refusals, able_rate, short_rate, recorded_at, recorded_by)
                values (:tenant, :version, :review, :fewest, :slow, :unkept, :paid, :conditional, :disputed, :rejected, :evasive, :refusals,
                    :able, :short, :now, :by) on conflict (tenant_id, version) do nothing""")
                        .bind("version", policy.version())
                        .bind("review", policy.reviewDays())
                        .bind("fewest", policy.fewestCases())
                        .bind("slow", policy.slowDays())
                        .bind("unkept", policy.unkeptShare().value())
                        .bind("paid", policy.paidConcessions())
                        .bind("conditional", policy.conditionalShare().value())
                        .bind("disputed", policy.disputedShare().value())
                        .bind("rejected", policy.rejectedShare().value())
                        .bind("evasive", policy.evasiveDays())
                        .bind("refusals", policy.refusals())
                        .bind("able", policy.ableRate().value())
                        .bind("short", policy.shortRate().value())
                        .bind("now", dates.now())
                        .bind("by", actor.get().user().orElse(null))
                        .update()
                == 1;
    }
}
