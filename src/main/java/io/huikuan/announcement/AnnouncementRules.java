package io.huikuan.announcement;

import io.huikuan.announcement.data.AnnouncementStore;
import io.huikuan.announcement.data.AnnouncementStore.Named;
import io.huikuan.announcement.data.AnnouncementStore.NewAnnouncement;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What an announcement may say. */
@ApplicationScoped
class AnnouncementRules {

    private static final int LONGEST_TEXT = 500;
    private static final int MOST_RECEIVABLES = 50;
    private static final int MOST_OPEN = 100;

    /** Days before and after the business date on which money may have been sent, or will be. */
    private static final int DAYS_BEFORE = 365;

    private static final int DAYS_AFTER = 60;

    private final AnnouncementStore store;
    private final BusinessDates dates;

    AnnouncementRules(AnnouncementStore store, BusinessDates dates) {
        this.store = store;
        this.dates = dates;
    }

    /** The announcement of the customer, which is locked, or why there can be none. */
    Outcome<NewAnnouncement> check(UUID id, UUID customer, AnnouncePayment wish) {
        Refusals refusals = new Refusals();
        String reference = refusals.optional("reference", wish.reference(), LONGEST_TEXT);
        checkDay(refusals, wish.paidOn());
        Money amount = refusals.positive("amount", wish.amount());
        Set<UUID> receivables = amount == null ? Set.of() : receivables(refusals, customer, amount.currency(), wish);
        refusals.unless(
                store.open(customer) < MOST_OPEN,
                ErrorCode.INVALID_STATUS,
                "",
                MOST_OPEN + " announcements are open already: withdraw some first.");
        return refusals.any()
                ? refusals.outcome()
                : Outcome.done(new NewAnnouncement(id, customer, amount, wish.paidOn(), reference, receivables));
    }

    private void checkDay(Refusals refusals, LocalDate paidOn) {
        LocalDate first = dates.today().minusDays(DAYS_BEFORE);
        LocalDate last = dates.today().plusDays(DAYS_AFTER);
        refusals.unless(
                !paidOn.isBefore(first) && !paidOn.isAfter(last),
                ErrorCode.INVALID_VALUE,
                "paidOn",
                "The day is " + first + " to " + last + ".");
    }

    private Set<UUID> receivables(Refusals refusals, UUID customer, String currency, AnnouncePayment wish) {
        List<String> names = wish.receivables();
        if (names.size() > MOST_RECEIVABLES) {
            refusals.add(ErrorCode.INVALID_VALUE, wish.path(), "At most " + MOST_RECEIVABLES + " documents.");
            return Set.of();
        }
        if (names.isEmpty()) {
            return Set.of();
        }
        List<UUID> ids = names.stream()
                .flatMap(name -> NodeId.uuid(NodeKind.RECEIVABLE, name).stream())
                .toList();
        List<Named> known = store.named(customer, ids, names);
        Set<UUID> found = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Optional<Named> one =
                    known.stream().filter(document -> isNamed(document, name)).findFirst();
            check(refusals, wish.path() + "." + i, one, currency);
            one.ifPresent(document -> found.add(document.id()));
        }
        return found;
    }

    private static boolean isNamed(Named document, String name) {
        return document.number().equals(name)
                || NodeId.uuid(NodeKind.RECEIVABLE, name).equals(Optional.of(document.id()));
    }

    private static void check(Refusals refusals, String path, Optional<Named> document, String currency) {
        if (document.isEmpty()) {
            refusals.add(ErrorCode.NOT_FOUND, path, "There is no such document.");
            return;
        }
        refusals.unless(
                !document.get().creditNote(), ErrorCode.KIND_NOT_ALLOWED, path, "A credit note cannot be paid.");
        refusals.unless(
                document.get().currency().equals(currency),
                ErrorCode.CURRENCY_MISMATCH,
                path,
                "It is in " + document.get().currency() + ".");
    }
}
