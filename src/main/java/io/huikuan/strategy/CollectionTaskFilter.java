package io.huikuan.strategy;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which tasks a list holds; what is absent does not restrict it, but for the channel. */
@DefaultNonNull
@Input("CollectionTaskFilter")
@Description("Which tasks a list holds; what is absent does not restrict it, but for the channel.")
public record CollectionTaskFilter(
        @Nullable @Id @Description("Those of this customer.")
        String customerId,

        @Nullable @Description("Those by one of these ways; null or empty: those that are for a person to do.")
        List<@NonNull StrategyChannel> channel,

        @Nullable @Description("Those in one of these statuses; null or empty: all.")
        List<@NonNull TaskStatus> status,

        @Nullable @Description("Whether only yours: given to you, or to nobody where you are a manager.")
        Boolean mine,

        @Nullable @Description("Those to be done on this day or an earlier one.")
        LocalDate dueTo) {

    /** All tasks for people. */
    public static final CollectionTaskFilter ALL = new CollectionTaskFilter(null, null, null, null, null);
}
