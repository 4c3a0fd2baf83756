package io.huikuan.phone;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;

/** A thing that a phone is to forget. */
@DefaultNonNull
@Description("A thing to forget: it is gone, or no longer yours.")
public record Deletion(
        @Id @Description("The id under which it was known; one that was never known can be passed over.")
        String id,

        @Description(
                "What kind of thing it was. With a CUSTOMER everything of that customer is to be forgotten, which is not told one by one.")
        ThingKind kind) {}
