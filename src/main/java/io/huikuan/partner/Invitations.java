package io.huikuan.partner;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.identity.Secret;
import io.huikuan.partner.data.InvitationStore;
import io.huikuan.partner.data.InvitationStore.Acceptable;
import io.huikuan.partner.data.InvitationStore.Known;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Accepts invitations, for the tenant acting for itself: whoever accepts is nobody here yet. */
@ApplicationScoped
public class Invitations {

    private final InvitationStore store;

    Invitations(InvitationStore store) {
        this.store = store;
    }

    /** Who accepts, by what a verified token says. */
    public record Bearer(String subject, String name, Optional<String> email) {}

    /** Of which customer somebody is now. */
    @RegisterForReflection
    public record Accepted(String customerCode, String customerName) {}

    /**
     * Makes the bearer one of the customer's people; the secret is used up. Refused with NOT_FOUND when it is unknown, used, replaced or expired, and with INVALID_STATUS
     * when the bearer works for the supplier or is another customer's.
     */
    @Transactional
    public Outcome<Accepted> accept(Secret secret, Bearer bearer) {
        Optional<Acceptable> invitation = store.acceptable(secret.hash());
        if (invitation.isEmpty()) {
            return Outcome.refused(
                    ErrorCode.NOT_FOUND, "secret", "There is no such invitation, or it was used or has expired.");
        }
        UUID customer = invitation.get().customer();
        if (store.known(bearer.subject())
                .filter(known -> isElsewhere(known, customer))
                .isPresent()) {
            return Outcome.refused(ErrorCode.INVALID_STATUS, "token", "This person belongs to somebody else already.");
        }
        UUID user = store.bind(bearer.subject(), bearer.name(), bearer.email(), customer);
        store.accepted(invitation.get().id(), user);
        return Outcome.done(
                new Accepted(invitation.get().customerCode(), invitation.get().customerName()));
    }

    /** Who was removed may come back, to any customer that invites. */
    private static boolean isElsewhere(Known known, UUID customer) {
        return !known.partner() || (known.active() && !customer.equals(known.customer()));
    }
}
