package io.huikuan.customer;

import java.util.List;

/**
 * A contact person as the customer itself wishes it, not checked yet; it replaces what a customer says of its people and nothing else.
 *
 * @param id the person; null for a new one
 * @param version the version that was seen; null for a new one
 * @param preferredFrom HH:mm
 * @param preferredTo HH:mm
 * @param preferredDays null: they stay as they are; empty: any day
 */
public record OwnPersonWish(
        String clientKey,
        String id,
        Integer version,
        String name,
        String jobTitle,
        String phone,
        String email,
        String preferredFrom,
        String preferredTo,
        List<Weekday> preferredDays) {

    /** The same without anything that is the supplier's to say. */
    ContactPersonWish bare() {
        return new ContactPersonWish(
                clientKey,
                id,
                version,
                null,
                name,
                jobTitle,
                null,
                null,
                phone,
                email,
                preferredFrom,
                preferredTo,
                preferredDays,
                null,
                null);
    }
}
