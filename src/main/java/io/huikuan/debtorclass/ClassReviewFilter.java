package io.huikuan.debtorclass;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which reviews a list has; what is absent does not restrict it. */
@DefaultNonNull
@Input("ClassReviewFilter")
@Description("Which reviews a list has; what is absent does not restrict it.")
public record ClassReviewFilter(
        @Nullable @Description("Those with one of these reasons.")
        List<@NonNull ClassReviewReason> reason,

        @Nullable @Description("Those of customers for which one of these classes was proposed at the latest look.")
        List<@NonNull DebtorClass> proposed) {

    /** All that call for a review. */
    public static final ClassReviewFilter ALL = new ClassReviewFilter(null, null);
}
