package io.huikuan.contract;

import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What is wrong with a payment clause before it is signed. */
@DefaultNonNull
@Description("What is wrong with a payment clause before it is signed.")
public record ContractCheck(
        @Description("Whether nothing is wrong.") boolean clean,
        @Description("What is wrong, the worst first.") List<@NonNull ContractFinding> findings) {}
