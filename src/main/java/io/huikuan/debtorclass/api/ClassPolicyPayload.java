package io.huikuan.debtorclass.api;

import io.huikuan.debtorclass.ClassPolicy;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a change of the policy. */
@DefaultNonNull
@Description("The policy after the mutation, or why it was refused.")
public record ClassPolicyPayload(
        @Nullable @Description("The policy; null when the mutation was refused.")
        ClassPolicy policy,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static ClassPolicyPayload of(Outcome<ClassPolicy> outcome) {
        return new ClassPolicyPayload(outcome.valueOrNull(), outcome.errors());
    }
}
