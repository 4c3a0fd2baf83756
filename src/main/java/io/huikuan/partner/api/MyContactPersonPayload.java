package io.huikuan.partner.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.partner.MyContactPerson;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of the change of one of the partner's own people. */
@DefaultNonNull
@Description("The person after the mutation, or why it was refused.")
public record MyContactPersonPayload(
        @Nullable @Description("The person; null when the mutation was refused.")
        MyContactPerson contactPerson,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static MyContactPersonPayload of(Outcome<MyContactPerson> outcome) {
        return new MyContactPersonPayload(outcome.valueOrNull(), outcome.errors());
    }
}
