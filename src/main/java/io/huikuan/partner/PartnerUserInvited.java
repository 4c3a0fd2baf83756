package io.huikuan.partner;

import io.huikuan.kernel.identity.Secret;
import java.util.UUID;

/**
 * That somebody is invited; fired within the transaction that invites. Whoever sends invitations observes it and queues a message to {@code invitation.email()} in the same
 * transaction: the secret is known now and never again.
 *
 * @param customer whose person it will be
 */
public record PartnerUserInvited(PartnerInvitation invitation, UUID customer, Secret secret) {}
