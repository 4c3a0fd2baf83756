package io.huikuan.customer;

import java.util.Optional;
import java.util.UUID;

/**
 * Name, telephone number and e-mail address of a contact person were erased; fired within the transaction that does it, so that whoever
 * keeps texts about the customer blanks them there too. What was erased is in here for that alone.
 */
public record ContactPersonErased(
        UUID customer, UUID person, String name, Optional<String> phone, Optional<String> email) {

    /** Without what was erased, so that none gets into a log. */
    @Override
    public String toString() {
        return "a contact person of " + customer + " was erased";
    }
}
