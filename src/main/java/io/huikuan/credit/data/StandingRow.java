package io.huikuan.credit.data;

import io.huikuan.credit.CreditAssessment;
import io.huikuan.credit.CreditExposure;
import io.huikuan.credit.CreditHold;
import io.huikuan.credit.CreditHoldCause;
import io.huikuan.credit.CreditHoldScope;
import io.huikuan.credit.CreditLimit;
import io.huikuan.credit.CreditLimitKind;
import io.huikuan.credit.CreditRule;
import io.huikuan.credit.CreditRuleMode;
import io.huikuan.credit.CreditRuleSetting;
import io.huikuan.credit.CreditRuleSource;
import io.huikuan.credit.CreditStanding;
import io.huikuan.credit.TrialGrowth;
import io.huikuan.credit.domain.RuleSettings;
import io.huikuan.customer.CreditGrade;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Row;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Makes a standing out of its row, whose parts are objects. */
final class StandingRow {

    private StandingRow() {}

    static CreditStanding standing(Row row) {
        UUID customer = row.uuid("id");
        List<CreditExposure> exposures = each(row.text("exposures"), StandingRow::exposure);
        Optional<JsonObject> limit =
                Optional.ofNullable(row.text("credit_limit")).map(JsonObject::new);
        Money amount = limit.map(part -> money(part, "amount")).orElse(null);
        return new CreditStanding(
                row.date("as_of"),
                row.integer("version"),
                limit.map(StandingRow::limit).orElse(null),
                amount,
                limit.map(part -> part.getInteger("onTime")).orElse(0),
                limit.map(part -> part.getBoolean("expired")).orElse(false),
                amount == null ? null : available(amount, exposures),
                exposures,
                each(row.text("holds"), part -> hold(part, customer)),
                Optional.ofNullable(row.text("assessment"))
                        .map(text -> assessment(new JsonObject(text)))
                        .orElse(null),
                RuleSettings.complete(each(row.text("rules"), part -> rule(part, customer))),
                texts(row.text("broken_plans")),
                customer,
                row.flag("closed"));
    }

    private static Money available(Money limit, List<CreditExposure> exposures) {
        BigDecimal used = exposures.stream()
                .filter(exposure -> exposure.currency().equals(limit.currency()))
                .map(exposure -> exposure.exposure().value())
                .findFirst()
                .orElse(BigDecimal.ZERO);
        return Money.of(limit.value().subtract(used), limit.currency());
    }

    private static CreditLimit limit(JsonObject part) {
        return new CreditLimit(
                part.getInteger("number"),
                CreditLimitKind.valueOf(part.getString("kind")),
                money(part, "granted"),
                part.getInteger("growsEvery") == null
                        ? null
                        : new TrialGrowth(
                                money(part, "growsBy"), part.getInteger("growsEvery"), money(part, "growsTo")),
                date(part, "validFrom"),
                date(part, "validUntil"),
                part.getString("reason"),
                moment(part, "recordedAt"),
                uuid(part, "recordedBy"));
    }

    private static CreditExposure exposure(JsonObject part) {
        return new CreditExposure(
                part.getString("currency"),
                amount(part, "outstanding"),
                amount(part, "unapplied"),
                amount(part, "openOrders"),
                amount(part, "exposure"),
                amount(part, "overdue"),
                part.getInteger("daysOverdue"));
    }

    private static CreditHold hold(JsonObject part, UUID customer) {
        return new CreditHold(
                NodeId.of(NodeKind.CREDIT_HOLD, uuid(part, "id")),
                part.getInteger("version"),
                CreditHoldScope.valueOf(part.getString("scope")),
                CreditHoldCause.valueOf(part.getString("cause")),
                part.getString("reason"),
                date(part, "from"),
                date(part, "until"),
                part.getBoolean("onPayment"),
                true,
                moment(part, "placedAt"),
                customer,
                uuid(part, "placedBy"));
    }

    private static CreditAssessment assessment(JsonObject part) {
        return new CreditAssessment(
                part.getInteger("number"),
                grade(part),
                part.getJsonArray("lookedAt").stream().map(String.class::cast).toList(),
                part.getString("note"),
                date(part, "assessedOn"),
                date(part, "validUntil"),
                moment(part, "recordedAt"),
                uuid(part, "recordedBy"));
    }

    private static CreditRuleSetting rule(JsonObject part, UUID customer) {
        CreditRuleSource source = CreditRuleSource.valueOf(part.getString("source"));
        return new CreditRuleSetting(
                CreditRule.valueOf(part.getString("rule")),
                CreditRuleMode.valueOf(part.getString("mode")),
                source,
                grade(part),
                money(part, "amount"),
                part.getInteger("days"),
                part.getString("share") == null ? null : Decimal.of(new BigDecimal(part.getString("share"))),
                date(part, "validFrom"),
                date(part, "validUntil"),
                part.getString("reason"),
                moment(part, "recordedAt"),
                source == CreditRuleSource.CUSTOMER ? customer : null,
                uuid(part, "recordedBy"),
                uuid(part, "id"));
    }

    private static CreditGrade grade(JsonObject part) {
        String grade = part.getString("grade");
        return grade == null ? null : CreditGrade.valueOf(grade);
    }

    private static Money money(JsonObject part, String name) {
        String amount = part.getString(name);
        return amount == null ? null : Money.of(new BigDecimal(amount), part.getString("currency"));
    }

    private static Decimal amount(JsonObject part, String name) {
        return money(part, name).amount();
    }

    private static LocalDate date(JsonObject part, String name) {
        String date = part.getString(name);
        return date == null ? null : LocalDate.parse(date);
    }

    private static UUID uuid(JsonObject part, String name) {
        String id = part.getString(name);
        return id == null ? null : UUID.fromString(id);
    }

    private static Instant moment(JsonObject part, String name) {
        return LocalDateTime.parse(part.getString(name)).toInstant(ZoneOffset.UTC);
    }

    private static <T> List<T> each(String array, Function<JsonObject, T> form) {
        return array == null
                ? List.of()
                : new JsonArray(array)
                        .stream().map(JsonObject.class::cast).map(form).toList();
    }

    private static List<String> texts(String array) {
        return array == null
                ? List.of()
                : new JsonArray(array).stream().map(String.class::cast).toList();
    }
}
