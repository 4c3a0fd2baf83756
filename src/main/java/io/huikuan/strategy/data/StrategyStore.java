package io.huikuan.strategy.data;

import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.strategy.StrategyStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes strategies, their versions and steps. */
@ApplicationScoped
public class StrategyStore {

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    StrategyStore(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /** A strategy whose values are checked; region null: all. */
    public record NewStrategy(UUID id, String name, List<DebtorClass> classes, String region) {}

    /** What a draft says. */
    public record Draft(int quietDays, List<StrategyStep> steps) {}

    /** A strategy whose row this transaction holds. */
    public record Locked(UUID id, int version, List<DebtorClass> classes, String region, boolean isEnded) {}

    /** Writes a strategy without versions. */
    public void insert(NewStrategy strategy) {
        sql.of("""
                insert into strategy (tenant_id, id, version, name, classes, region, created_at, created_by)
                values (:tenant, :id, 1, :name, :classes, :region, :now, :by)""")
                .bind("id", strategy.id())
                .bind("name", strategy.name())
                .names("classes", strategy.classes())
                .bind("region", strategy.region())
                .bind("now", dates.now())
                .bind("by", by())
                .update();
    }

    private UUID by() {
        return actor.get().user().orElse(null);
    }

    /** Takes each class in the region for the strategy; false when another one has any of them. Of two at once one waits for the other. */
    public boolean claim(UUID strategy, List<DebtorClass> classes, String regionOrNull) {
        List<String> keys = classes.isEmpty()
                ? List.of("")
                : classes.stream().map(Enum::name).sorted().toList();
        return sql.of("""
                        insert into strategy_segment (tenant_id, class, region, strategy_id)
                        select :tenant, k.class, :region, :strategy from unnest(:keys) as k (class)
                        on conflict (tenant_id, class, region) do nothing""")
                        .texts("keys", keys)
                        .bind("region", regionOrNull == null ? "" : regionOrNull)
                        .bind("strategy", strategy)
                        .update()
                == keys.size();
    }

    /** The strategy, locked; empty when there is none that the actor may see. */
    public Optional<Locked> lock(UUID id) {
        return sql.of("select s.id, s.version, s.classes, s.region, s.ended_at is not null as ended from strategy s"
                        + " where s.tenant_id = :tenant and s.id = :id and " + StrategyReads.visible(actor.get())
                        + " for no key update")
                .bind("id", id)
                .first(row -> new Locked(
                        row.uuid("id"),
                        row.integer("version"),
                        StrategyReads.classes(row.texts("classes")),
                        row.text("region"),
                        row.flag("ended")));
    }

    /** Writes that the strategy changed, and its name unless that is null. */
    public void touch(UUID id, String nameOrNull) {
        sql.of("update strategy set version = version + 1, name = coalesce(:name, name)"
                        + " where tenant_id = :tenant and id = :id")
                .bind("name", nameOrNull)
                .bind("id", id)
                .update();
    }

    /** Puts the draft in the place of the one there is, or adds it as the next version. The strategy is locked. */
    public void saveDraft(UUID strategy, Draft draft) {
        int number = sql.of("""
                insert into strategy_version (tenant_id, strategy_id, number, status, quiet_days, drafted_at, drafted_by)
                select :tenant, :strategy, coalesce(max(v.number) + case when bool_or(v.status = 'DRAFT') then 0 else 1 end, 1),
                    'DRAFT', :quiet, :now, :by
                from strategy_version v where v.tenant_id = :tenant and v.strategy_id = :strategy
                on conflict (tenant_id, strategy_id, number) do update
                set quiet_days = excluded.quiet_days, drafted_at = excluded.drafted_at, drafted_by = excluded.drafted_by
                returning number""")
                .bind("strategy", strategy)
                .bind("quiet", draft.quietDays())
                .bind("now", dates.now())
                .bind("by", by())
                .one(row -> row.integer("number"));
        sql.of("delete from strategy_step where tenant_id = :tenant and strategy_id = :strategy and number = :number")
                .bind("strategy", strategy)
                .bind("number", number)
                .update();
        insertSteps(strategy, number, draft.steps());
    }

    private void insertSteps(UUID strategy, int number, List<StrategyStep> steps) {
        sql.of("""
                insert into strategy_step (tenant_id, strategy_id, number, position, day, business_days, channel, letter_kind, with_statement,
                    text_zh, text_en, assignee, assignee_id, classes, minimum_currencies, minimum_amounts, repeat_days, sooner_days, fewest_days)
                select :tenant, :strategy, :number, s.position, s.day, s.business, s.channel, s.letter, s.statement, s.zh, s.en, s.assignee, s.user_id,
                    string_to_array(s.classes, ','), string_to_array(s.currencies, ','), cast(string_to_array(s.amounts, ',') as numeric[]),
                    s.repeat, s.sooner, s.fewest
                from unnest(:positions, :days, :business, :channels, :letters, :statements, :zh, :en, :assignees, :users, :classes, :currencies,
                    :amounts, :repeats, :sooner, :fewest)
                    as s (position, day, business, channel, letter, statement, zh, en, assignee, user_id, classes, currencies, amounts, repeat,
                        sooner, fewest)""")
                .bind("strategy", strategy)
                .bind("number", number)
                .integers("positions", each(steps, StrategyStep::position))
                .integers("days", each(steps, StrategyStep::day))
                .flags("business", each(steps, StrategyStep::businessDays))
                .texts("channels", each(steps, step -> step.channel().name()))
                .texts("letters", each(steps, step -> name(step.letterKind())))
                .flags("statements", each(steps, StrategyStep::withStatement))
                .texts("zh", each(steps, StrategyStep::textZh))
                .texts("en", each(steps, StrategyStep::textEn))
                .texts("assignees", each(steps, step -> name(step.assignee())))
                .uuids("users", each(steps, StrategyStep::assigneeId))
                .texts("classes", each(steps, step -> joined(step.classes(), DebtorClass::name)))
                .texts("currencies", each(steps, step -> joined(step.minimums(), Money::currency)))
                .texts(
                        "amounts",
                        each(
                                steps,
                                step -> joined(
                                        step.minimums(), money -> money.value().toPlainString())))
                .integers("repeats", each(steps, StrategyStep::repeatDays))
                .integers("sooner", each(steps, StrategyStep::soonerDays))
                .integers("fewest", each(steps, StrategyStep::fewestDays))
                .update();
    }

    /** Nulls included. */
    private static <T> Collection<T> each(List<StrategyStep> steps, Function<StrategyStep, T> part) {
        return steps.stream().map(part).collect(Collectors.toList());
    }

    private static String name(Enum<?> constantOrNull) {
        return constantOrNull == null ? null : constantOrNull.name();
    }

    private static <T> String joined(List<T> parts, Function<T, String> text) {
        return parts.stream().map(text).collect(Collectors.joining(","));
    }

    /** A draft that may become active: who drafted it last, and whether a step of it sends an overdue notice, which is the stage FIRM. */
    public record Candidate(Optional<UUID> drafter, boolean isFirm) {}

    /** The strategy's draft; empty when there is none. */
    public Optional<Candidate> candidate(UUID strategy) {
        return sql.of("""
                select v.drafted_by, exists (
                    select from strategy_step s
                    where s.tenant_id = :tenant and s.strategy_id = v.strategy_id and s.number = v.number and s.letter_kind = 'OVERDUE_NOTICE') as firm
                from strategy_version v
                where v.tenant_id = :tenant and v.strategy_id = :strategy and v.status = 'DRAFT'""")
                .bind("strategy", strategy)
                .first(row -> new Candidate(Optional.ofNullable(row.uuid("drafted_by")), row.flag("firm")));
    }

    /** Whether somebody else than the actor may approve the stage FIRM for the strategy: an ADMIN, or a MANAGER of its region or of all. */
    public boolean someoneElseMayActivate(Locked strategy) {
        return sql.of("""
                select exists (
                    select from app_user u
                    where u.tenant_id = :tenant and u.id <> :by and u.active
                        and ('ADMIN' = any(u.roles) or 'MANAGER' = any(u.roles) and (u.region is null or u.region = cast(:region as text)))) as someone""").bind("by", by()).bind("region", strategy.region()).one(row -> row.flag("someone"));
    }

    /** Retires the active version and makes the draft active. The strategy is locked. */
    public void activateDraft(UUID strategy) {
        retire(strategy, "v.status = 'ACTIVE'");
        sql.of("""
                update strategy_version set status = 'ACTIVE', activated_at = :now, activated_by = :by
                where tenant_id = :tenant and strategy_id = :strategy and status = 'DRAFT'""")
                .bind("strategy", strategy)
                .bind("now", dates.now())
                .bind("by", by())
                .update();
    }

    private void retire(UUID strategy, String which) {
        sql.of("update strategy_version v set status = 'RETIRED', retired_at = :now, retired_by = :by"
                        + " where v.tenant_id = :tenant and v.strategy_id = :strategy and " + which)
                .bind("strategy", strategy)
                .bind("now", dates.now())
                .bind("by", by())
                .update();
    }

    /** Ends the strategy; what it was for is free. */
    public void end(UUID strategy) {
        retire(strategy, "v.status <> 'RETIRED'");
        sql.of("delete from strategy_segment where tenant_id = :tenant and strategy_id = :strategy")
                .bind("strategy", strategy)
                .update();
        sql.of("update strategy set ended_at = :now, ended_by = :by where tenant_id = :tenant and id = :strategy")
                .bind("strategy", strategy)
                .bind("now", dates.now())
                .bind("by", by())
                .update();
    }
}
