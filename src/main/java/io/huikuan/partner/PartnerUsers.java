package io.huikuan.partner;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.CustomerReads;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Secret;
import io.huikuan.kernel.text.Language;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.partner.data.InvitationStore;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who sees a customer's account on its behalf: invited by an office role, by e-mail where that is configured, bound to exactly that customer by accepting, removed at once and
 * everywhere. The invitation's secret is told once, to who invites and in the e-mail.
 */
@ApplicationScoped
public class PartnerUsers {

    private static final int LONGEST_NAME = 200;
    private static final Duration VALID = Duration.ofDays(7);

    private final CustomerLocks locks;
    private final CustomerReads customers;
    private final InvitationStore store;
    private final Users users;
    private final BusinessDates dates;
    private final InvitationMails letters;

    PartnerUsers(
            CustomerLocks locks,
            CustomerReads customers,
            InvitationStore store,
            Users users,
            BusinessDates dates,
            InvitationMails letters) {
        this.locks = locks;
        this.customers = customers;
        this.store = store;
        this.users = users;
        this.dates = dates;
        this.letters = letters;
    }

    /** An invitation and what accepts it. */
    public record Made(PartnerInvitation invitation, Secret secret) {}

    /**
     * Who is invited.
     *
     * @param language of the e-mail; null: the tenant's
     */
    public record Guest(String customerId, String email, String name, Language language) {}

    /** Invites somebody to be one of the customer's people; what was open for the address there ends. */
    @Transactional
    public Outcome<Made> invite(Guest guest) {
        Outcome<Made> outcome = invited(guest);
        if (!outcome.errors().isEmpty()) {
            QuarkusTransaction.setRollbackOnly();
        }
        return outcome;
    }

    private Outcome<Made> invited(Guest guest) {
        Optional<LockedCustomer> customer = locks.lock(guest.customerId());
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer.");
        }
        Refusals refusals = new Refusals();
        String address = refusals.email("email", guest.email());
        refusals.unless(
                guest.email() != null && !guest.email().isBlank(), ErrorCode.REQUIRED, "email", "A value is needed.");
        String called = refusals.required("name", guest.name(), LONGEST_NAME);
        refusals.unless(!customer.get().isClosed(), ErrorCode.CUSTOMER_CLOSED, "customerId", "The customer is closed.");
        if (refusals.any()) {
            return refusals.outcome();
        }
        Instant now = dates.now();
        PartnerInvitation invitation = new PartnerInvitation(address, called, now, now.plus(VALID), Uuids.next());
        Secret secret = Secret.next();
        letters.withdraw(store.replace(customer.get().id(), address));
        store.insert(customer.get().id(), invitation, secret.hash());
        letters.queue(customer.get().id(), invitation, secret, guest.language());
        return Outcome.done(new Made(invitation, secret));
    }

    /** The people of a customer; empty when the actor sees no such customer. */
    @Transactional
    public Optional<PartnerPeople> of(String customerId) {
        return NodeId.uuid(NodeKind.CUSTOMER, customerId)
                .flatMap(customers::find)
                .map(customer -> new PartnerPeople(users.partnersOf(customer.uuid()), store.openOf(customer.uuid())));
    }

    /** Ends all rights of one of a customer's people, at once and on every node; whoever is meant must be invited again. */
    @Transactional
    public Outcome<User> remove(String userId) {
        Outcome<User> outcome = removed(NodeId.uuid(NodeKind.USER, userId));
        if (!outcome.errors().isEmpty()) {
            QuarkusTransaction.setRollbackOnly();
        }
        return outcome;
    }

    private Outcome<User> removed(Optional<UUID> user) {
        Optional<LockedCustomer> customer = user.flatMap(users::customerOf).flatMap(locks::lock);
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "userId", "There is no such person.");
        }
        if (!users.remove(user.get())) {
            return Outcome.refused(ErrorCode.INVALID_STATUS, "userId", "The person was removed already.");
        }
        User removed = users.byIds(Set.of(user.get())).get(user.get());
        if (removed.email() != null) {
            letters.withdraw(store.replace(customer.get().id(), removed.email()));
        }
        return Outcome.done(removed);
    }
}
