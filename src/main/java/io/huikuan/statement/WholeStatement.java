package io.huikuan.statement;

import java.util.List;
import java.util.Map;

/** A statement with all its lines and dues, by currency. */
public record WholeStatement(
        StatementOfAccount statement, Map<String, List<StatementLine>> lines, Map<String, List<StatementDue>> dues) {

    public WholeStatement {
        lines = Map.copyOf(lines);
        dues = Map.copyOf(dues);
    }

    /** The lines of a currency, in the order of their value dates. */
    public List<StatementLine> linesOf(StatementOfCurrency account) {
        return lines.getOrDefault(account.currency(), List.of());
    }

    /** What of a currency is due when, in the order of the due dates. */
    public List<StatementDue> duesOf(StatementOfCurrency account) {
        return dues.getOrDefault(account.currency(), List.of());
    }
}
