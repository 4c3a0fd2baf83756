package io.huikuan.strategy.data;

import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.letter.LetterKind;
import io.huikuan.strategy.StepAssignee;
import io.huikuan.strategy.StepKey;
import io.huikuan.strategy.StrategyChannel;
import io.huikuan.strategy.StrategyStep;
import io.huikuan.strategy.VersionKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads the steps of versions. */
@ApplicationScoped
public class StepReads {

    /** Amounts as texts: a row of the driver has no array of exact numbers. */
    private static final String COLUMNS =
            "select s.*, cast(s.minimum_amounts as text[]) as amounts from strategy_step s ";

    private final Sql sql;

    StepReads(Sql sql) {
        this.sql = sql;
    }

    /** The steps of each of the versions, in their order. */
    public Map<VersionKey, List<StrategyStep>> ofVersions(Collection<VersionKey> versions) {
        return sql.of(COLUMNS + """
                 where s.tenant_id = :tenant and (s.strategy_id, s.number) in (select * from unnest(:strategies, :numbers))
                order by s.strategy_id, s.number, s.position""")
                .uuids("strategies", versions.stream().map(VersionKey::strategy).toList())
                .integers("numbers", versions.stream().map(VersionKey::number).toList())
                .group(row -> new VersionKey(row.uuid("strategy_id"), row.integer("number")), StepReads::step);
    }

    /** These steps. */
    public Map<StepKey, StrategyStep> byKeys(Collection<StepKey> keys) {
        return sql.of(COLUMNS + """
                 where s.tenant_id = :tenant
                    and (s.strategy_id, s.number, s.position) in (select * from unnest(:strategies, :numbers, :positions))""")
                .uuids("strategies", keys.stream().map(StepKey::strategy).toList())
                .integers("numbers", keys.stream().map(StepKey::number).toList())
                .integers("positions", keys.stream().map(StepKey::position).toList())
                .map(
                        row -> new StepKey(row.uuid("strategy_id"), row.integer("number"), row.integer("position")),
                        StepReads::step);
    }

    private static StrategyStep step(Row row) {
        return new StrategyStep(
                row.integer("position"),
                row.integer("day"),
                row.flag("business_days"),
                row.constant(StrategyChannel.class, "channel"),
                row.constant(LetterKind.class, "letter_kind"),
                row.flag("with_statement"),
                row.text("text_zh"),
                row.text("text_en"),
                row.constant(StepAssignee.class, "assignee"),
                StrategyReads.classes(row.texts("classes")),
                minimums(row.texts("minimum_currencies"), row.texts("amounts")),
                row.integerOrNull("repeat_days"),
                row.integerOrNull("sooner_days"),
                row.integerOrNull("fewest_days"),
                row.uuid("assignee_id"));
    }

    private static List<Money> minimums(List<String> currencies, List<String> amounts) {
        return IntStream.range(0, currencies.size())
                .mapToObj(i -> Money.of(new BigDecimal(amounts.get(i)), currencies.get(i)))
                .toList();
    }
}
