package io.huikuan.credit.domain;

import io.huikuan.credit.CreditRule;
import io.huikuan.credit.CreditRuleMode;
import io.huikuan.credit.CreditRuleSetting;
import io.huikuan.credit.CreditRuleSource;
import io.huikuan.kernel.money.Decimal;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How rules work where nobody decided anything: the whole limit may be used and no more, an expired limit blocks from the next day on, something overdue after 30
 * days, and a broken plan as long as anything of it is open. A limit need not be there, and no amount of its own blocks, since it needs a currency.
 */
public final class RuleSettings {

    private static final int DEFAULT_DAYS = 30;

    private RuleSettings() {}

    /** Whether the rule can be changed. */
    public static boolean isOpen(CreditRule rule) {
        return rule != CreditRule.CUSTOMER_CLOSED && rule != CreditRule.HOLD;
    }

    /** A setting for each rule that can be changed, in their order: the decided one, or what the service does by itself. */
    public static List<CreditRuleSetting> complete(List<CreditRuleSetting> decided) {
        Map<CreditRule, CreditRuleSetting> byRule =
                decided.stream().collect(Collectors.toMap(CreditRuleSetting::rule, Function.identity()));
        return Arrays.stream(CreditRule.values())
                .filter(RuleSettings::isOpen)
                .map(rule -> byRule.getOrDefault(rule, byItself(rule)))
                .toList();
    }

    private static CreditRuleSetting byItself(CreditRule rule) {
        return switch (rule) {
            case LIMIT_MISSING, OVERDUE_AMOUNT -> byItself(rule, CreditRuleMode.OFF, null, null);
            case LIMIT_EXPIRED -> byItself(rule, CreditRuleMode.BLOCK, 0, null);
            case LIMIT_USED -> byItself(rule, CreditRuleMode.BLOCK, null, Decimal.of(BigDecimal.ONE));
            case DAYS_OVERDUE -> byItself(rule, CreditRuleMode.BLOCK, DEFAULT_DAYS, null);
            case BROKEN_PLAN, CUSTOMER_CLOSED, HOLD -> byItself(rule, CreditRuleMode.BLOCK, null, null);
        };
    }

    private static CreditRuleSetting byItself(CreditRule rule, CreditRuleMode mode, Integer days, Decimal share) {
        return new CreditRuleSetting(
                rule,
                mode,
                CreditRuleSource.DEFAULT,
                null,
                null,
                days,
                share,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
