package io.huikuan.contact;

import java.util.Optional;
import java.util.UUID;

/**
 * A contact that is about to be made without a person's doing.
 *
 * @param person with whom there; empty: with nobody in particular, which counts as with the person who was contacted most
 * @param channel by which way; a message that a robot puts into a group chat is WECHAT
 * @param cause what makes it
 * @param causeId the step or case that makes it
 */
public record AutomaticContact(
        UUID customer, Optional<UUID> person, ContactChannel channel, AutomaticCause cause, UUID causeId) {}
