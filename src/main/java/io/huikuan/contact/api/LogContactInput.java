package io.huikuan.contact.api;

import io.huikuan.contact.ContactChannel;
import io.huikuan.contact.ContactOutcome;
import io.huikuan.contact.Direction;
import io.huikuan.contact.NewContact;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A contact as a client sends it. */
@Input("LogContactInput")
@Description("A contact with a customer.")
public record LogContactInput(
        @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @NonNull @Id @Description("With which customer.") String customerId,
        @Id @Description("With whom there.") String contactPersonId,

        @Nullable @Id @Description("Of which receivables of the customer was spoken, at most 100.")
        List<@NonNull String> receivableIds,

        @NonNull @Description("By which way.") ContactChannel channel,

        @DefaultValue("OUTBOUND") @Description("Who made it.")
        Direction direction,

        @NonNull @Description("What came of it.") ContactOutcome outcome,

        @NonNull @Description("When it was; not in the future.")
        Instant occurredAt,

        @Description("How long it took, in seconds, at most a day.")
        Integer durationSeconds,

        @NonNull @Description("What was said and done, at most 4,000 characters.")
        String summary,

        @Description("The customer's answer, at most 4,000 characters.")
        String feedback,

        @Description("What is to be done next, at most 4,000 characters.")
        String nextAction,

        @Description("When the next thing is to be done, not before the contact.")
        LocalDate nextActionOn,

        @Description(
                "Why it had to be outside of the contact windows or above a cap, at most 500 characters; needed of what we did there, and kept only then.")
        String outsideReason) {

    /** The wish. */
    public NewContact wish() {
        return new NewContact(
                clientKey,
                customerId,
                contactPersonId,
                receivableIds == null ? List.of() : receivableIds,
                channel,
                direction == null ? Direction.OUTBOUND : direction,
                outcome,
                occurredAt,
                durationSeconds,
                summary,
                feedback,
                nextAction,
                nextActionOn,
                outsideReason);
    }
}
