package io.huikuan.dispute;

import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which disputes a list holds; what is absent does not restrict it. */
@Input("DisputeFilter")
@Description("Which disputes a list holds; what is absent does not restrict it.")
public record DisputeFilter(
        @Nullable @Id @Description("Those of this customer.")
        String customerId,

        @Nullable @Id @Description("Those about this receivable.")
        String receivableId,

        @Nullable @Description("Those of one of these statuses.")
        List<@NonNull DisputeStatus> status,

        @Nullable @Description("Those of one of these departments.")
        List<@NonNull DisputeDepartment> department,

        @Nullable @Description("Those raised for one of these reasons.")
        List<@NonNull DisputeReason> reason,

        @Nullable @Description("Those whose deadline is this day or an earlier one.")
        LocalDate deadlineTo) {

    /** All disputes. */
    public static final DisputeFilter ALL = new DisputeFilter(null, null, null, null, null, null);

    /** Those of one of the statuses; null: all. */
    public static DisputeFilter of(List<DisputeStatus> statusOrNull) {
        return new DisputeFilter(null, null, statusOrNull, null, null, null);
    }
}
