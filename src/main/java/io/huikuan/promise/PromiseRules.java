package io.huikuan.promise;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.promise.data.PromiseStore;
import io.huikuan.promise.data.PromiseStore.NewPromise;
import io.huikuan.promise.data.PromiseStore.Tolerance;
import io.huikuan.promise.domain.PromiseWindow;
import io.huikuan.tenant.TenantSettings;
import io.huikuan.tenant.TenantSettingsService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a promise may say. */
@ApplicationScoped
class PromiseRules {

    private static final int LONGEST_NOTE = 2000;
    private static final int MOST_DAYS_AGO = 31;
    private static final int MOST_DAYS_AHEAD = 366;

    private final PromiseStore store;
    private final PromisedItems items;
    private final TenantSettingsService settings;
    private final BusinessDates dates;

    PromiseRules(PromiseStore store, PromisedItems items, TenantSettingsService settings, BusinessDates dates) {
        this.store = store;
        this.items = items;
        this.settings = settings;
        this.dates = dates;
    }

    /** Who promises, whose row is locked, and whether his word counts at once. */
    record Giver(UUID customer, boolean agreed) {}

    /** The promise, or why there can be none. */
    Outcome<NewPromise> check(UUID id, Giver giver, RecordPromise wish) {
        Refusals refusals = new Refusals();
        String note = refusals.optionalProse("note", wish.note(), LONGEST_NOTE);
        LocalDate given = wish.givenOn() == null ? dates.today() : wish.givenOn();
        checkDays(refusals, given, wish.promisedFor());
        Money amount = refusals.positive("amount", wish.amount());
        UUID person = person(refusals, giver.customer(), wish.contactPersonId());
        Set<UUID> receivables = refusals.any() || amount == null
                ? Set.of()
                : refusals.take(items.check(giver.customer(), wish, amount));
        if (refusals.any()) {
            return refusals.outcome();
        }
        TenantSettings tenant = settings.current();
        return Outcome.done(new NewPromise(
                id,
                giver.customer(),
                NodeId.uuid(NodeKind.PAYMENT_PLAN, wish.planId()).orElse(null),
                receivables,
                amount,
                wish.promisedFor(),
                PromiseWindow.of(given, wish.promisedFor(), tenant.promiseToleranceDays(), settings.calendar()),
                new Tolerance(
                        tenant.promiseToleranceDays(), tenant.promiseThreshold().value()),
                person,
                note,
                giver.agreed()));
    }

    private void checkDays(Refusals refusals, LocalDate given, LocalDate promisedFor) {
        LocalDate today = dates.today();
        refusals.unless(
                !given.isAfter(today),
                ErrorCode.DATE_IN_FUTURE,
                "givenOn",
                "It was given on the business date, " + today + ", at the latest.");
        refusals.unless(
                !given.isBefore(today.minusDays(MOST_DAYS_AGO)),
                ErrorCode.INVALID_VALUE,
                "givenOn",
                "It was given at most " + MOST_DAYS_AGO + " days ago.");
        refusals.unless(
                !promisedFor.isBefore(today),
                ErrorCode.DATE_IN_PAST,
                "promisedFor",
                "The day is the business date, " + today + ", at the earliest.");
        refusals.unless(
                !promisedFor.isAfter(today.plusDays(MOST_DAYS_AHEAD)),
                ErrorCode.INVALID_VALUE,
                "promisedFor",
                "The day is at most " + MOST_DAYS_AHEAD + " days ahead.");
    }

    private UUID person(Refusals refusals, UUID customer, String contactPersonId) {
        if (contactPersonId == null) {
            return null;
        }
        Optional<UUID> person =
                NodeId.uuid(NodeKind.CONTACT_PERSON, contactPersonId).filter(id -> store.isPersonOf(customer, id));
        refusals.unless(
                person.isPresent(), ErrorCode.NOT_FOUND, "contactPersonId", "There is no such person at the customer.");
        return person.orElse(null);
    }
}
