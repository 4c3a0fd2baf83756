package io.huikuan.contract;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which contracts a list has; what is absent does not restrict it. */
@DefaultNonNull
@Input("ContractFilter")
@Description("Which contracts a list has; what is absent does not restrict it.")
public record ContractFilter(
        @Nullable @Id @Description("Those with this customer.")
        String customerId,

        @Nullable
        @Description(
                "Those of which one of these is wrong with what was agreed; EXPIRED and NOT_SIGNED go by the business date.")
        List<@NonNull ContractFindingKind> finding,

        @Nullable @Description("Those with which anything is wrong, or nothing.")
        Boolean flawed) {

    /** All contracts. */
    public static final ContractFilter ALL = new ContractFilter(null, null, null);
}
