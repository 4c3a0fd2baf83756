package io.huikuan.strategy.data;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.strategy.StrategyChannel;
import io.huikuan.strategy.StrategyPreviewCount;
import io.huikuan.strategy.StrategyPreviewRow;
import io.huikuan.strategy.StrategyVerdict;
import io.huikuan.strategy.VersionKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a version would do with each customer that the actor sees: the verdicts of a run, and those on whom a run has nothing to say. */
@ApplicationScoped
public class VerdictReads {

    private static final String ROWS = """
             from (
                select c.id, c.code,
                    case when f.strategy_id is distinct from :strategy then 'NOT_IN_SEGMENT'
                        when v.customer_id is not null then v.verdict
                        when h.customer_id is not null then 'HELD'
                        else 'NOTHING_OPEN' end as verdict,
                    case when f.strategy_id = :strategy then v.step end as position,
                    case when f.strategy_id = :strategy then v.channel end as channel,
                    v.oldest_due, case when f.strategy_id = :strategy then v.planned_on end as planned_on,
                    case when f.strategy_id = :strategy then coalesce(v.passed_over, '{}') else '{}' end as passed_over
                from customer c
                join followed_strategy(:tenant, :strategy, :number) f on f.customer_id = c.id
                left join strategy_verdict(:tenant, cast(:asOf as date), :strategy, :number, :now, :quiet) v on v.customer_id = c.id
                left join (
                    select distinct o.customer_id from open_share(:tenant, cast(:asOf as date), 'SCHEDULE') o) h on h.customer_id = c.id
                where c.tenant_id = :tenant and {visible}) r
            """;

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    VerdictReads(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /**
     * What is looked at.
     *
     * @param quietDays whole days between two automatic contacts
     */
    public record Question(VersionKey version, LocalDate asOf, int quietDays) {}

    /** How many customers there are of each verdict and step. */
    public List<StrategyPreviewCount> counts(Question question) {
        sql.overManyRows();
        return about(
                        question,
                        "select r.verdict, r.position, r.channel, count(*) as count",
                        " group by r.verdict, r.position, r.channel order by r.verdict, r.position")
                .list(row -> new StrategyPreviewCount(
                        row.constant(StrategyVerdict.class, "verdict"),
                        row.integerOrNull("position"),
                        row.constant(StrategyChannel.class, "channel"),
                        row.integer("count")));
    }

    /** A page of the customers by their codes; of these verdicts, or of all where there is none. */
    public Page<StrategyPreviewRow> page(Question question, Collection<StrategyVerdict> verdicts, Paging paging) {
        sql.overManyRows();
        Optional<Cursor> after = paging.afterCursor(1);
        String of = verdicts.isEmpty() ? "" : " and r.verdict = any(:verdicts)";
        Statement statement = about(
                        question,
                        "select r.*",
                        " where true" + of + (after.isPresent() ? " and r.code > :after" : "")
                                + " order by r.code limit :fetch")
                .names("verdicts", verdicts)
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement.bind("after", cursor.text(0)));
        int total = paging.counted()
                ? about(question, "select count(*) as count", " where true" + of)
                        .names("verdicts", verdicts)
                        .one(row -> row.integer("count"))
                : 0;
        return Page.of(statement.list(VerdictReads::row), paging, found -> Cursor.of(found.customerCode()), total);
    }

    private Statement about(Question question, String select, String rest) {
        return sql.of(select + ROWS.replace("{visible}", Visibility.of(actor.get(), "c")) + rest)
                .bind("strategy", question.version().strategy())
                .bind("number", question.version().number())
                .bind("asOf", question.asOf())
                .bind("now", dates.now())
                .bind("quiet", question.quietDays());
    }

    private static StrategyPreviewRow row(Row row) {
        return new StrategyPreviewRow(
                row.constant(StrategyVerdict.class, "verdict"),
                row.integerOrNull("position"),
                row.constant(StrategyChannel.class, "channel"),
                row.date("oldest_due"),
                row.date("planned_on"),
                row.integers("passed_over"),
                row.text("code"),
                row.uuid("id"));
    }
}
