package io.huikuan.customer.api;

import io.huikuan.customer.PersonErasure;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The wish to erase a contact person as a client sends it. */
@Input("EraseContactPersonInput")
@Description("Which contact person to erase, and why.")
public record EraseContactPersonInput(
        @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @NonNull @Id @Description("The person.") String id,

        @Description("The version that was read; another one is STALE.")
        int version,

        @NonNull @Description("Why, without naming the person; at most 500 characters.")
        String reason) {

    PersonErasure wish() {
        return new PersonErasure(clientKey, id, version, reason);
    }
}
