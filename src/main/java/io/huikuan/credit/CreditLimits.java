package io.huikuan.credit;

import io.huikuan.credit.data.LimitStore;
import io.huikuan.credit.data.RuleStore;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerGrades;
import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.CustomerReads;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gives limits and grades. Each decision holds the customer's lock and is a new row of its history. */
@ApplicationScoped
@Transactional
public class CreditLimits {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_THING = 200;
    private static final int LONGEST_NOTE = 4000;
    private static final int MOST_THINGS = 20;

    private final LimitStore store;
    private final RuleStore rules;
    private final CreditStandings standings;
    private final CustomerLocks locks;
    private final CustomerReads customers;
    private final CustomerGrades grades;
    private final ClientKeys clientKeys;
    private final BusinessDates dates;

    CreditLimits(
            LimitStore store,
            RuleStore rules,
            CreditStandings standings,
            CustomerLocks locks,
            CustomerReads customers,
            CustomerGrades grades,
            ClientKeys clientKeys,
            BusinessDates dates) {
        this.store = store;
        this.rules = rules;
        this.standings = standings;
        this.locks = locks;
        this.customers = customers;
        this.grades = grades;
        this.clientKeys = clientKeys;
        this.dates = dates;
    }

    /** Gives a customer a limit. */
    public Outcome<CreditStanding> set(SetCreditLimit wish) {
        return clientKeys.once(
                new Wish("setCreditLimit", wish.clientKey(), wish),
                () -> locked(wish.customerId()).flatMap(customer -> set(customer, wish)),
                CreditStanding::customer,
                standings::find);
    }

    private Outcome<UUID> locked(String customerId) {
        return locks.lock(customerId)
                .map(LockedCustomer::id)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer."));
    }

    private Outcome<CreditStanding> set(UUID customer, SetCreditLimit wish) {
        if (standings.find(customer).orElseThrow().version() != wish.version()) {
            return Outcome.refused(ErrorCode.STALE, "version", "Somebody changed the credit since: read it again.");
        }
        Refusals refusals = new Refusals();
        CreditLimitKind kind = wish.kind() == null ? CreditLimitKind.STANDARD : wish.kind();
        Money amount = refusals.notNegative("amount", wish.amount());
        String reason = refusals.required("reason", wish.reason(), LONGEST_REASON);
        LocalDate from = wish.validFrom() == null ? dates.today() : wish.validFrom();
        checkDays(refusals, from, wish.validUntil(), kind);
        checkKind(refusals, kind, wish, amount);
        if (refusals.any()) {
            return refusals.outcome();
        }
        store.insert(new LimitStore.NewLimit(customer, kind, amount, from, wish.validUntil(), reason));
        return Outcome.done(standings.find(customer).orElseThrow());
    }

    private void checkDays(Refusals refusals, LocalDate from, LocalDate until, CreditLimitKind kind) {
        refusals.unless(
                !from.isBefore(dates.today()),
                ErrorCode.DATE_IN_PAST,
                "validFrom",
                "A limit begins on the business date " + dates.today() + " or later.");
        refusals.unless(
                until == null || !until.isBefore(from),
                ErrorCode.DATE_ORDER,
                "validUntil",
                "The limit ends before it begins.");
        refusals.unless(
                until != null || kind != CreditLimitKind.TEMPORARY,
                ErrorCode.REQUIRED,
                "validUntil",
                "A temporary limit has a last day.");
    }

    private void checkKind(Refusals refusals, CreditLimitKind kind, SetCreditLimit wish, Money amount) {
        refusals.unless(
                wish.amount() != null || kind == CreditLimitKind.STANDARD,
                ErrorCode.REQUIRED,
                "amount",
                "Only a standard limit can be taken away.");
        if (kind == CreditLimitKind.TRIAL && amount != null) {
            TrialPolicy trial = rules.policy().trial();
            refusals.unless(
                    trial != null, ErrorCode.NOT_AVAILABLE, "kind", "The policy does not say how trial limits grow.");
            refusals.unless(
                    trial == null || trial.amount().currency().equals(amount.currency()),
                    ErrorCode.CURRENCY_MISMATCH,
                    "amount.currency",
                    "Trial limits grow in the currency of the policy.");
        }
    }

    /** Gives a customer a grade, with what it rests on. */
    public Outcome<CreditStanding> assess(AssessCredit wish) {
        return clientKeys.once(
                new Wish("assessCredit", wish.clientKey(), wish),
                () -> locked(wish.customerId()).flatMap(customer -> assess(customer, wish)),
                CreditStanding::customer,
                standings::find);
    }

    private Outcome<CreditStanding> assess(UUID customer, AssessCredit wish) {
        Optional<Customer> seen = customers.find(customer);
        if (seen.orElseThrow().version() != wish.version()) {
            return Outcome.refused(ErrorCode.STALE, "version", "Somebody changed the customer since: read it again.");
        }
        Refusals refusals = new Refusals();
        List<String> lookedAt = lookedAt(refusals, wish.lookedAt());
        String note = refusals.optionalProse("note", wish.note(), LONGEST_NOTE);
        refusals.unless(
                wish.validUntil().isAfter(dates.today()),
                ErrorCode.DATE_IN_PAST,
                "validUntil",
                "It is to be relied on beyond the business date.");
        if (refusals.any()) {
            return refusals.outcome();
        }
        store.insert(new LimitStore.NewAssessment(customer, wish.grade(), lookedAt, note, wish.validUntil()));
        grades.set(customer, wish.grade());
        return Outcome.done(standings.find(customer).orElseThrow());
    }

    private static List<String> lookedAt(Refusals refusals, List<String> things) {
        refusals.unless(
                !things.isEmpty() && things.size() <= MOST_THINGS,
                ErrorCode.INVALID_VALUE,
                "lookedAt",
                "1 to " + MOST_THINGS + " things are looked at.");
        List<String> checked = new ArrayList<>();
        for (int i = 0; i < things.size() && i < MOST_THINGS; i++) {
            checked.add(refusals.required("lookedAt." + i, things.get(i), LONGEST_THING));
        }
        return refusals.any() ? List.of() : checked;
    }
}
