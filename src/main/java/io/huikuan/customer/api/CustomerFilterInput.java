package io.huikuan.customer.api;

import io.huikuan.customer.CreditGrade;
import io.huikuan.customer.CustomerFilter;
import io.huikuan.customer.CustomerStatus;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which customers a client wants. */
@Input("CustomerFilter")
@Description("Which customers are wanted; all conditions hold at once.")
public record CustomerFilterInput(
        @Description("A part of the code, the name or the legal name, case apart.")
        String search,

        @Id @Description("Only those that this person looks after.")
        String ownerId,

        @Description("Only those of this region.") String region,

        @Nullable @Description("Only those with one of these statuses; empty: any.")
        List<@NonNull CustomerStatus> status,

        @Nullable @Description("Only those with one of these grades; empty: any.")
        List<@NonNull CreditGrade> grade,

        @Description("Whether only those with something overdue, in any currency.")
        Boolean overdueOnly) {

    /** Belongs to nobody: what an id that is no user's finds. */
    private static final UUID NOBODY = new UUID(0, 0);

    static CustomerFilter of(CustomerFilterInput input) {
        return input == null ? CustomerFilter.ALL : input.filter();
    }

    private CustomerFilter filter() {
        return new CustomerFilter(
                Optional.ofNullable(search).map(String::strip).filter(text -> !text.isEmpty()),
                Optional.ofNullable(ownerId)
                        .map(id -> NodeId.uuid(NodeKind.USER, id).orElse(NOBODY)),
                Optional.ofNullable(region),
                status == null ? Set.of() : Set.copyOf(status),
                grade == null ? Set.of() : Set.copyOf(grade),
                Boolean.TRUE.equals(overdueOnly));
    }
}
