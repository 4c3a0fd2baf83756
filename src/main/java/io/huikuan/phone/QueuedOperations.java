package io.huikuan.phone;

import io.huikuan.alert.Alert;
import io.huikuan.alert.AlertService;
import io.huikuan.announcement.AnnouncePayment;
import io.huikuan.announcement.PaymentAnnouncementService;
import io.huikuan.contact.ContactRecords;
import io.huikuan.contact.NewContact;
import io.huikuan.customer.ContactPersonWish;
import io.huikuan.customer.ContactPersons;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.Node;
import io.huikuan.sellthrough.NewSellOut;
import io.huikuan.sellthrough.SellThroughService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * What a phone may queue: each the very use case of a mutation, under the mutation's own name, so that one that was sent alone and is sent again in a
 * batch is done once.
 */
@ApplicationScoped
public class QueuedOperations {

    private final ContactRecords contacts;
    private final ContactPersons persons;
    private final SellThroughService stock;
    private final AlertService alerts;
    private final PaymentAnnouncementService announcements;

    QueuedOperations(
            ContactRecords contacts,
            ContactPersons persons,
            SellThroughService stock,
            AlertService alerts,
            PaymentAnnouncementService announcements) {
        this.contacts = contacts;
        this.persons = persons;
        this.stock = stock;
        this.alerts = alerts;
        this.announcements = announcements;
    }

    /** A contact; its person may be one that an earlier operation makes. */
    public Operation logContact(String clientKey, NewContact contact) {
        return new Operation(
                clientKey,
                "logContact",
                Optional.empty(),
                made -> made.person("contactPersonId", contact.contactPersonId())
                        .flatMap(person -> contacts.log(contact.as(clientKey, person.orElse(null))))
                        .map(Optional::of));
    }

    /** A person, new or known; both the person and whom he reports to may be made by an earlier operation. */
    public Operation saveContactPerson(String clientKey, ContactPersonWish wish) {
        return new Operation(
                clientKey,
                "saveContactPerson",
                Optional.ofNullable(wish.id()),
                made -> made.person("id", wish.id())
                        .flatMap(id -> made.person("reportsToId", wish.reportsToId())
                                .flatMap(
                                        above -> persons.save(wish.as(clientKey, id.orElse(null), above.orElse(null)))))
                        .map(Optional::of));
    }

    /** A sell-out report; empty when its customer's id is none of ours. */
    public Operation reportSellOut(String clientKey, Optional<NewSellOut> report) {
        return new Operation(
                clientKey,
                "reportSellOut",
                Optional.empty(),
                made -> report.map(known -> stock.reportSellOut("reportSellOut", clientKey, known))
                        .orElseGet(SellThroughService::noCustomer)
                        .map(done -> done.sellThrough().map(Node.class::cast)));
    }

    /** A payment that a customer says is on its way. */
    public Operation announcePayment(AnnouncePayment wish) {
        return new Operation(
                wish.clientKey(),
                "announcePayment",
                Optional.empty(),
                made -> announcements.announce(wish).map(Optional::of));
    }

    /** Taking an alert up, of which this occurrence was seen. */
    public Operation acknowledgeAlert(String clientKey, String id, OptionalInt seen) {
        AlertService.Acknowledge wish = new AlertService.Acknowledge(clientKey, id);
        return onAlert(clientKey, "acknowledgeAlert", id, () -> alerts.acknowledge(wish, seen));
    }

    /** Putting an alert aside. */
    public Operation snoozeAlert(AlertService.Snooze wish, OptionalInt seen) {
        return onAlert(wish.clientKey(), "snoozeAlert", wish.id(), () -> alerts.snooze(wish, seen));
    }

    /** Resolving an alert. */
    public Operation resolveAlert(AlertService.Resolve wish, OptionalInt seen) {
        return onAlert(wish.clientKey(), "resolveAlert", wish.id(), () -> alerts.resolve(wish, seen));
    }

    private static Operation onAlert(String clientKey, String field, String id, Supplier<Outcome<Alert>> useCase) {
        return new Operation(
                clientKey, field, Optional.of(id), made -> useCase.get().map(Optional::of));
    }
}
