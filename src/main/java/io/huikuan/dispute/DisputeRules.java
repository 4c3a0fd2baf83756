package io.huikuan.dispute;

import io.huikuan.dispute.data.DisputeStore;
import io.huikuan.dispute.data.DisputeStore.NewDispute;
import io.huikuan.dispute.data.DisputeStore.Target;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.DocumentNumbers;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.tenant.TenantSettingsService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What a dispute may say. */
@ApplicationScoped
class DisputeRules {

    private static final String PREFIX = "DSP";
    private static final int LONGEST_DESCRIPTION = 2000;
    private static final int MOST_DAYS_AHEAD = 366;

    private final DisputeStore store;
    private final TenantSettingsService settings;
    private final BusinessDates dates;

    DisputeRules(DisputeStore store, TenantSettingsService settings, BusinessDates dates) {
        this.store = store;
        this.settings = settings;
        this.dates = dates;
    }

    /** Whose document it is; empty when there is none. */
    Optional<UUID> customerOf(OpenDispute wish) {
        return store.customerOf(NodeId.uuid(NodeKind.RECEIVABLE, wish.receivable()), wish.receivable());
    }

    /** The dispute of the customer, which is locked, or why there can be none. */
    Outcome<NewDispute> check(UUID id, UUID customer, OpenDispute wish) {
        Target target = store.target(customer, NodeId.uuid(NodeKind.RECEIVABLE, wish.receivable()), wish.receivable())
                .orElseThrow();
        Refusals refusals = new Refusals();
        String description = refusals.requiredProse("description", wish.description(), LONGEST_DESCRIPTION);
        checkDeadline(refusals, wish.deadline());
        refusals.unless(
                !target.creditNote(), ErrorCode.KIND_NOT_ALLOWED, wish.path(), "A credit note cannot be disputed.");
        Money amount = amount(refusals, target, wish);
        if (refusals.any()) {
            return refusals.outcome();
        }
        return Outcome.done(new NewDispute(
                id,
                DocumentNumbers.next(PREFIX),
                customer,
                target.id(),
                amount,
                wish.reason(),
                wish.department() == null ? wish.reason().department() : wish.department(),
                wish.deadline() == null
                        ? dates.today().plusDays(settings.current().disputeDays())
                        : wish.deadline(),
                description));
    }

    /** What is wished, or all that is open and not disputed; never more than that. */
    private static Money amount(Refusals refusals, Target target, OpenDispute wish) {
        MoneyInput wished = wish.amount();
        Money amount =
                wished == null ? Money.of(target.free(), target.currency()) : refusals.positive("amount", wished);
        if (amount == null) {
            return null;
        }
        if (!amount.currency().equals(target.currency())) {
            refusals.add(
                    ErrorCode.CURRENCY_MISMATCH, "amount.currency", "The document is in " + target.currency() + ".");
            return null;
        }
        refusals.unless(
                amount.value().signum() > 0 && amount.value().compareTo(target.free()) <= 0,
                ErrorCode.EXCEEDS_OPEN,
                "amount.amount",
                "Only " + target.free().toPlainString() + " is open and not disputed.");
        return amount;
    }

    /** Adds what is wrong with a deadline, if one is named. */
    void checkDeadline(Refusals refusals, LocalDate deadlineOrNull) {
        if (deadlineOrNull == null) {
            return;
        }
        refusals.unless(
                !deadlineOrNull.isBefore(dates.today()),
                ErrorCode.DATE_IN_PAST,
                "deadline",
                "The deadline is the business date, " + dates.today() + ", at the earliest.");
        refusals.unless(
                !deadlineOrNull.isAfter(dates.today().plusDays(MOST_DAYS_AHEAD)),
                ErrorCode.INVALID_VALUE,
                "deadline",
                "The deadline is at most " + MOST_DAYS_AHEAD + " days ahead.");
    }
}
