package io.huikuan.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.announcement.AnnouncePayment;
import io.huikuan.announcement.DecideAnnouncement;
import io.huikuan.announcement.PaymentAnnouncementService;
import io.huikuan.contact.ContactChannel;
import io.huikuan.contact.ContactOutcome;
import io.huikuan.contact.ContactRecords;
import io.huikuan.contact.Direction;
import io.huikuan.contact.NewContact;
import io.huikuan.customer.ContactPerson;
import io.huikuan.customer.ContactPersonWish;
import io.huikuan.customer.ContactPersons;
import io.huikuan.customer.PersonErasure;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.hash.Sha256;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.sellthrough.NewDelivery;
import io.huikuan.sellthrough.NewSellOut;
import io.huikuan.sellthrough.SellThroughService;
import io.huikuan.support.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What people do meanwhile, by the same use cases as the API. Each joins the transaction that is under way, or has its own. */
@ApplicationScoped
class PhoneWorld {

    private final Tenancy tenancy;
    private final ContactPersons persons;
    private final ContactRecords records;
    private final SellThroughService stock;
    private final PaymentAnnouncementService announcements;
    private final Sql sql;

    PhoneWorld(
            Tenancy tenancy,
            ContactPersons persons,
            ContactRecords records,
            SellThroughService stock,
            PaymentAnnouncementService announcements,
            Sql sql) {
        this.tenancy = tenancy;
        this.persons = persons;
        this.records = records;
        this.stock = stock;
        this.announcements = announcements;
        this.sql = sql;
    }

    /** Gives the customer to another owner, or to nobody. */
    void handOver(Actor actor, UUID customer, UUID ownerOrNull) {
        change(
                actor,
                () -> sql.of("update customer set owner_id = :owner, version = version + 1"
                                + " where tenant_id = :tenant and id = :id")
                        .bind("owner", ownerOrNull)
                        .bind("id", customer)
                        .update());
    }

    /** Moves the customer to another region. */
    void move(Actor actor, UUID customer, String region) {
        change(
                actor,
                () -> sql.of("update customer set region = :region, version = version + 1"
                                + " where tenant_id = :tenant and id = :id")
                        .bind("region", region)
                        .bind("id", customer)
                        .update());
    }

    /** Gives the customer another name. */
    void rename(Actor actor, UUID customer, String name) {
        change(
                actor,
                () -> sql.of("update customer set name = :name, version = version + 1"
                                + " where tenant_id = :tenant and id = :id")
                        .bind("name", name)
                        .bind("id", customer)
                        .update());
    }

    /** Lets a user sign in no more, or again. */
    void activate(Actor actor, Actor user, boolean active) {
        change(
                actor,
                () -> sql.of("update app_user set active = :active where tenant_id = :tenant and id = :id")
                        .bind("active", active)
                        .bind("id", user.user().orElseThrow())
                        .update());
    }

    private void change(Actor actor, Supplier<Integer> statement) {
        assertThat(tenancy.within(actor, statement)).isEqualTo(1);
    }

    /** Enters a person. */
    ContactPerson person(Actor actor, UUID customer, String name) {
        return done(
                actor,
                () -> persons.save(new ContactPersonWish(
                        null,
                        null,
                        null,
                        NodeId.of(NodeKind.CUSTOMER, customer),
                        name,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)));
    }

    /** Erases a person. */
    void erase(Actor actor, ContactPerson person) {
        done(actor, () -> persons.erase(new PersonErasure(null, person.id(), person.version(), "Asked for it.")));
    }

    /** Logs a contact. */
    String contact(Actor actor, UUID customer, String personOrNull, String summary) {
        return done(
                        actor,
                        () -> records.log(new NewContact(
                                null,
                                NodeId.of(NodeKind.CUSTOMER, customer),
                                personOrNull,
                                List.of(),
                                ContactChannel.PHONE,
                                Direction.INBOUND,
                                ContactOutcome.REACHED,
                                tenancy.today(actor)
                                        .minusDays(1)
                                        .atTime(LocalTime.NOON)
                                        .atZone(actor.zone())
                                        .toInstant(),
                                null,
                                summary,
                                null,
                                null,
                                null,
                                null)))
                .id();
    }

    /** The customer says that money is on its way; the global id of the announcement. */
    String announce(Actor actor, UUID customer, String amount) {
        return done(
                        actor,
                        () -> announcements.announce(new AnnouncePayment(
                                null,
                                NodeId.of(NodeKind.CUSTOMER, customer),
                                new MoneyInput(Decimal.of(new BigDecimal(amount)), "CNY"),
                                tenancy.today(actor),
                                "Bank 1",
                                List.of(),
                                "receivableIds")))
                .id();
    }

    /** Takes an announcement back. */
    void withdraw(Actor actor, String announcement) {
        done(actor, () -> announcements.withdraw(new DecideAnnouncement(null, announcement, null)));
    }

    /** A file comes to a contact record. */
    void attach(Actor actor, String record, String name) {
        change(
                actor,
                () -> sql.of("""
                        insert into attachment (tenant_id, id, contact_record_id, name, content_type, size, sha256, uploaded_by, uploaded_at)
                        values (:tenant, :id, :record, :name, 'image/png', 1, :hash, :actor_user, now())""")
                        .bind("id", Uuids.next())
                        .bind("record", NodeId.uuidOf(record))
                        .bind("name", name)
                        .bind("hash", Sha256.of(name))
                        .update());
    }

    /** Goods reach the customer. */
    void deliver(Actor actor, UUID customer, int units, int daysAgo) {
        done(
                actor,
                () -> stock.recordDelivery(
                        null,
                        new NewDelivery(
                                customer,
                                "D" + Uuids.next(),
                                tenancy.today(actor).minusDays(daysAgo),
                                List.of(new NewDelivery.Line(
                                        "TEA",
                                        Optional.of("Tea"),
                                        Decimal.of(BigDecimal.valueOf(units)),
                                        Money.of(BigDecimal.TEN, "CNY"))))));
    }

    /** The customer counts its stock. */
    void count(Actor actor, UUID customer, int units, int daysAgo) {
        done(
                actor,
                () -> stock.reportSellOut(
                        "reportSellOut",
                        null,
                        new NewSellOut(
                                customer,
                                tenancy.today(actor).minusDays(daysAgo),
                                List.of(new NewSellOut.Line(
                                        "TEA",
                                        Optional.empty(),
                                        Optional.of(Decimal.of(BigDecimal.valueOf(units))))))));
    }

    private <T> T done(Actor actor, Supplier<Outcome<T>> useCase) {
        Outcome<T> outcome = tenancy.outcome(actor, useCase);
        assertThat(outcome.errors()).isEmpty();
        return outcome.valueOrNull();
    }
}
