package io.huikuan.promise;

import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which promises a list holds; what is absent does not restrict it. */
@Input("PromiseFilter")
@Description("Which promises a list holds; what is absent does not restrict it.")
public record PromiseFilter(
        @Nullable @Id @Description("Those of this customer.")
        String customerId,

        @Nullable @Id @Description("Those that this user agreed.")
        String agreedById,

        @Nullable @Description("Those of one of these statuses.")
        List<@NonNull PromiseStatus> status,

        @Nullable @Description("Those promised for this day or a later one.")
        LocalDate promisedFrom,

        @Nullable @Description("Those promised for this day or an earlier one.")
        LocalDate promisedTo) {

    /** All promises. */
    public static final PromiseFilter ALL = new PromiseFilter(null, null, null, null, null);

    /** Those of one of the statuses; null: all. */
    public static PromiseFilter of(List<PromiseStatus> statusOrNull) {
        return new PromiseFilter(null, null, statusOrNull, null, null);
    }
}
