package io.huikuan.credit.domain;

import io.huikuan.credit.CreditExposure;
import io.huikuan.credit.CreditHold;
import io.huikuan.credit.CreditHoldScope;
import io.huikuan.credit.CreditOutcome;
import io.huikuan.credit.CreditRule;
import io.huikuan.credit.CreditRuleMode;
import io.huikuan.credit.CreditRuleSetting;
import io.huikuan.credit.CreditStage;
import io.huikuan.credit.CreditStanding;
import io.huikuan.credit.CreditVerdict;
import io.huikuan.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets every rule speak about an order of a customer (rule 23). The rules are those of Dynamics 365: each blocks by itself, and an exclusion that is more
 * specific takes its force. Amounts of two currencies never meet: what is in another currency than the rule's is told, and an order in another currency than the
 * limit's is refused, since nobody can say whether it fits.
 */
public final class CreditJudge {

    private final CreditStanding standing;
    private final Money order;
    private final CreditStage stage;
    private final List<CreditVerdict> verdicts = new ArrayList<>();

    private CreditJudge(CreditStanding standing, Money order, CreditStage stage) {
        this.standing = standing;
        this.order = order;
        this.stage = stage;
    }

    /** What each rule says of the order, whose amount is zero or more, in the order of the rules. */
    public static List<CreditVerdict> verdicts(CreditStanding standing, Money order, CreditStage stage) {
        CreditJudge judge = new CreditJudge(standing, order, stage);
        judge.closed();
        judge.holds();
        standing.rules().forEach(judge::judge);
        return List.copyOf(judge.verdicts);
    }

    private void closed() {
        fixed(
                CreditRule.CUSTOMER_CLOSED,
                standing.closed(),
                standing.closed() ? "The customer is closed." : "The customer is not closed.");
    }

    private void holds() {
        List<CreditHold> stopping =
                standing.holds().stream().filter(this::stops).toList();
        stopping.forEach(hold -> fixed(
                CreditRule.HOLD, true, "On hold since " + hold.from() + end(hold.until()) + ": " + hold.reason()));
        if (stopping.isEmpty()) {
            fixed(CreditRule.HOLD, false, "No live hold stops it.");
        }
    }

    private boolean stops(CreditHold hold) {
        return hold.scope() == CreditHoldScope.ALL
                || (hold.scope() == CreditHoldScope.ORDERS) == (stage == CreditStage.ORDER);
    }

    private static String end(LocalDate until) {
        return until == null ? "" : " until " + until;
    }

    private void fixed(CreditRule rule, boolean broken, String reason) {
        verdicts.add(new CreditVerdict(
                rule, broken ? CreditOutcome.BLOCKED : CreditOutcome.PASSED, broken, reason, null, null, null, null));
    }

    private void judge(CreditRuleSetting setting) {
        if (setting.mode() == CreditRuleMode.OFF) {
            add(setting, CreditOutcome.OFF, "The rule is switched off.", null, null);
            return;
        }
        switch (setting.rule()) {
            case LIMIT_MISSING ->
                told(
                        setting,
                        standing.limitAmount() == null,
                        standing.limitAmount() == null ? "There is no limit." : "There is a limit.");
            case LIMIT_EXPIRED -> limitExpired(setting);
            case LIMIT_USED -> limitUsed(setting);
            case OVERDUE_AMOUNT -> overdueAmount(setting);
            case DAYS_OVERDUE -> daysOverdue(setting);
            case BROKEN_PLAN ->
                told(
                        setting,
                        !standing.brokenPlans().isEmpty(),
                        standing.brokenPlans().isEmpty()
                                ? "Nothing of a broken plan is open."
                                : "Of a broken plan something is open: " + String.join(", ", standing.brokenPlans())
                                        + ".");
            case CUSTOMER_CLOSED, HOLD ->
                throw new IllegalArgumentException("a rule that is not changed has no setting");
        }
    }

    private void limitExpired(CreditRuleSetting setting) {
        if (!standing.limitExpired() || standing.limitAmount() == null) {
            told(setting, false, "No limit has expired.");
            return;
        }
        LocalDate last = standing.limit().validUntil();
        int grace = setting.days() == null ? 0 : setting.days();
        told(
                setting,
                standing.asOf().isAfter(last.plusDays(grace)),
                "The limit expired after " + last + (grace == 0 ? "." : ", with " + grace + " days of grace."));
    }

    private void limitUsed(CreditRuleSetting setting) {
        Money limit = standing.limitAmount();
        if (limit == null) {
            told(setting, false, "There is no limit that could be used up.");
            return;
        }
        others(limit.currency(), exposure -> exposure.exposure().value(), "at risk")
                .forEach(reason -> add(setting, CreditOutcome.CURRENCY_MISMATCH, reason, null, null));
        if (order.value().signum() > 0 && !order.currency().equals(limit.currency())) {
            foreignOrder(setting, limit);
            return;
        }
        BigDecimal exposure = standing.exposureIn(limit.currency())
                .map(found -> found.exposure().value())
                .orElse(BigDecimal.ZERO);
        BigDecimal share =
                setting.share() == null ? BigDecimal.ONE : setting.share().value();
        Money used = Money.of(exposure.add(order.value()), limit.currency());
        BigDecimal most = limit.value().multiply(share).setScale(limit.value().scale(), RoundingMode.DOWN);
        boolean broken = used.value().compareTo(most) > 0;
        Money allowed = Money.of(most, limit.currency());
        add(
                setting,
                outcome(setting, broken),
                "Exposure and order are " + text(used) + " of " + text(allowed)
                        + (broken ? ", which is too much." : "."),
                used,
                allowed);
    }

    private void foreignOrder(CreditRuleSetting setting, Money limit) {
        boolean excluded = setting.mode() == CreditRuleMode.EXCLUDE;
        verdicts.add(new CreditVerdict(
                setting.rule(),
                excluded ? CreditOutcome.EXCLUDED : CreditOutcome.CURRENCY_MISMATCH,
                !excluded,
                "The limit is in " + limit.currency() + ": an order in " + order.currency()
                        + " cannot be held against it.",
                order,
                null,
                setting.source(),
                setting.validUntil()));
    }

    private void overdueAmount(CreditRuleSetting setting) {
        Money most = setting.amount();
        if (most == null) {
            told(setting, false, "No amount is set.");
            return;
        }
        others(most.currency(), exposure -> exposure.overdue().value(), "overdue")
                .forEach(reason -> add(setting, CreditOutcome.CURRENCY_MISMATCH, reason, null, null));
        BigDecimal overdue = standing.exposureIn(most.currency())
                .map(found -> found.overdue().value())
                .orElse(BigDecimal.ZERO);
        Money found = Money.of(overdue, most.currency());
        add(
                setting,
                outcome(setting, overdue.compareTo(most.value()) > 0),
                text(found) + " are overdue; " + text(most) + " may be.",
                found,
                most);
    }

    private void daysOverdue(CreditRuleSetting setting) {
        int grace = setting.days() == null ? 0 : setting.days();
        int late = standing.exposures().stream()
                .mapToInt(CreditExposure::daysOverdue)
                .max()
                .orElse(0);
        told(
                setting,
                late > grace,
                late == 0
                        ? "Nothing is overdue."
                        : "The oldest is overdue by " + late + " days; " + grace + " are days of grace.");
    }

    /** What of the figure there is in other currencies, in words. */
    private Stream<String> others(
            String currency, java.util.function.Function<CreditExposure, BigDecimal> figure, String what) {
        return standing.exposures().stream()
                .filter(exposure -> !exposure.currency().equals(currency)
                        && figure.apply(exposure).signum() != 0)
                .map(exposure -> text(Money.of(figure.apply(exposure), exposure.currency())) + " are " + what
                        + " besides, and are not added to amounts in " + currency + ".");
    }

    private static CreditOutcome outcome(CreditRuleSetting setting, boolean broken) {
        if (setting.mode() == CreditRuleMode.EXCLUDE) {
            return CreditOutcome.EXCLUDED;
        }
        return broken ? CreditOutcome.BLOCKED : CreditOutcome.PASSED;
    }

    private void told(CreditRuleSetting setting, boolean broken, String reason) {
        add(setting, outcome(setting, broken), reason, null, null);
    }

    private void add(CreditRuleSetting setting, CreditOutcome outcome, String reason, Money found, Money allowed) {
        verdicts.add(new CreditVerdict(
                setting.rule(),
                outcome,
                outcome == CreditOutcome.BLOCKED,
                reason,
                found,
                allowed,
                setting.source(),
                setting.validUntil()));
    }

    private static String text(Money money) {
        return money.amount().stringValueForSerialization() + " " + money.currency();
    }
}
