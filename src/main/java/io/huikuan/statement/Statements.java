package io.huikuan.statement;

import io.huikuan.analytics.Aging;
import io.huikuan.analytics.CustomerBalance;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.statement.data.StatementReads;
import io.huikuan.statement.data.StatementReads.Moved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers statements of account, of the customers that the actor sees; a partner's own is that of its customer. */
@ApplicationScoped
@Transactional
public class Statements {

    /** How many lines a statement may have that is written out as a whole. */
    public static final int MOST_LINES = 20_000;

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final CustomerReads customers;
    private final Aging aging;
    private final StatementReads reads;
    private final CurrentActor actor;

    Statements(CustomerReads customers, Aging aging, StatementReads reads, CurrentActor actor) {
        this.customers = customers;
        this.aging = aging;
        this.reads = reads;
        this.actor = actor;
    }

    /**
     * The statement of the customer with this global id; empty when the actor sees none.
     *
     * @param fromOrNull the first day; null: the first of the last day's month. A {@link Problem} when it is after the last or before 1900
     * @param toOrNull the last day; null: the business date. A {@link Problem} when it is after that
     */
    public Optional<StatementOfAccount> of(String customerId, LocalDate fromOrNull, LocalDate toOrNull) {
        return NodeId.uuid(NodeKind.CUSTOMER, customerId).flatMap(customer -> of(customer, fromOrNull, toOrNull));
    }

    /** The same of the partner who is asking; empty for everybody else. */
    public Optional<StatementOfAccount> mine(LocalDate fromOrNull, LocalDate toOrNull) {
        return actor.get().customer().flatMap(customer -> of(customer, fromOrNull, toOrNull));
    }

    private Optional<StatementOfAccount> of(UUID customer, LocalDate fromOrNull, LocalDate toOrNull) {
        LocalDate to = aging.day(toOrNull);
        LocalDate from = fromOrNull == null ? to.withDayOfMonth(1) : fromOrNull;
        if (from.isAfter(to)) {
            throw new Problem(ErrorCode.DATE_ORDER, "The period ends before it begins.");
        }
        if (from.isBefore(EARLIEST)) {
            throw new Problem(ErrorCode.INVALID_VALUE, "A period begins on " + EARLIEST + " or later.");
        }
        return customers.find(customer).map(found -> statement(found, new StatementPeriod(customer, from, to)));
    }

    private StatementOfAccount statement(Customer customer, StatementPeriod period) {
        Map<String, CustomerBalance> opening = balances(period.customer(), period.before());
        Map<String, CustomerBalance> closing = balances(period.customer(), period.to());
        Map<String, Moved> moved = reads.moved(period);
        Set<String> currencies = new TreeSet<>(opening.keySet());
        currencies.addAll(closing.keySet());
        currencies.addAll(moved.keySet());
        List<StatementOfCurrency> accounts = currencies.stream()
                .map(currency -> {
                    Moved sums = moved.getOrDefault(currency, Moved.nothing(currency));
                    return new StatementOfCurrency(
                            currency,
                            balance(currency, opening),
                            sums.charges(),
                            sums.credits(),
                            balance(currency, closing),
                            period);
                })
                .toList();
        return new StatementOfAccount(customer.code(), customer.name(), period.from(), period.to(), accounts);
    }

    private Map<String, CustomerBalance> balances(UUID customer, LocalDate day) {
        return aging.balances(Set.of(customer), day, false).getOrDefault(customer, List.of()).stream()
                .collect(Collectors.toMap(CustomerBalance::currency, Function.identity()));
    }

    private static StatementBalance balance(String currency, Map<String, CustomerBalance> balances) {
        Optional<CustomerBalance> found = Optional.ofNullable(balances.get(currency));
        Decimal outstanding = found.map(CustomerBalance::outstanding).orElse(Decimal.ZERO);
        Decimal unapplied = found.map(CustomerBalance::unapplied).orElse(Decimal.ZERO);
        return new StatementBalance(
                money(outstanding.value(), currency),
                money(unapplied.value(), currency),
                money(outstanding.value().subtract(unapplied.value()), currency));
    }

    private static Decimal money(BigDecimal amount, String currency) {
        return Money.of(amount, currency).amount();
    }

    /** A page of the lines of one currency, in the order of their value dates. */
    public Page<StatementLine> lines(StatementOfCurrency account, Paging paging) {
        return reads.lines(account, paging);
    }

    /** What of each currency is due when, as of the end of the period. */
    public Map<String, List<StatementDue>> dues(StatementPeriod period) {
        return reads.dues(period);
    }

    /** The whole statement, for writing it out; more than 20 000 lines are a {@link Problem} with TOO_LARGE. */
    public WholeStatement whole(StatementOfAccount statement) {
        return whole(statement, MOST_LINES)
                .orElseThrow(() -> new Problem(
                        ErrorCode.TOO_LARGE,
                        "The period has more than " + MOST_LINES + " lines: choose a shorter one."));
    }

    /** The whole statement; empty when it has more lines than that. */
    public Optional<WholeStatement> whole(StatementOfAccount statement, int mostLines) {
        if (statement.currencies().isEmpty()) {
            return Optional.of(new WholeStatement(statement, Map.of(), Map.of()));
        }
        StatementPeriod period = statement.currencies().get(0).period();
        List<StatementLine> lines = reads.allLines(period, statement.currencies(), mostLines + 1);
        return lines.size() > mostLines
                ? Optional.empty()
                : Optional.of(new WholeStatement(
                        statement,
                        lines.stream().collect(Collectors.groupingBy(StatementLine::currency)),
                        reads.dues(period)));
    }
}
