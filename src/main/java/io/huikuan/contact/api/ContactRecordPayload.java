package io.huikuan.contact.api;

import io.huikuan.contact.ContactRecord;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a contact to be entered. */
@DefaultNonNull
@Description("The contact record, or why it was not entered.")
public record ContactRecordPayload(
        @Nullable @Description("The record; null when it was refused.")
        ContactRecord contactRecord,

        @Description("Why it was refused; empty when it was entered.")
        List<@NonNull UserError> userErrors) {

    static ContactRecordPayload of(Outcome<ContactRecord> outcome) {
        return new ContactRecordPayload(outcome.valueOrNull(), outcome.errors());
    }
}
