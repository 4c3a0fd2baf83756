package io.huikuan.contract;

import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** Something that is wrong with a payment clause. */
@DefaultNonNull
@Description("Something that is wrong with a payment clause.")
public record ContractFinding(
        @Description("What.") ContractFindingKind kind,
        @Description("How bad it is.") ContractSeverity severity,
        @Description("Why it matters, in a sentence.") String reason,
        @Description("What to agree instead.") String remedy,

        @Nullable @Description("What it may cost, by the assumption; null when no amount is named.")
        Money cost,

        @Nullable @Description("How the cost was reckoned; null when no cost is.")
        String assumption) {}
