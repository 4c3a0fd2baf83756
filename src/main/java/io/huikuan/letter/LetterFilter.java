package io.huikuan.letter;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which letters a list has; what is absent does not restrict it. */
@DefaultNonNull
@Input("LetterFilter")
@Description("Which letters a list has; what is absent does not restrict it.")
public record LetterFilter(
        @Nullable @Id @Description("Those to this customer.")
        String customerId,

        @Nullable @Description("Those of one of these kinds.")
        List<@NonNull LetterKind> kind,

        @Nullable @Description("Those in one of these places.")
        List<@NonNull LetterStatus> status,

        @Nullable @Description("Those issued on this day or later.")
        LocalDate from,

        @Nullable @Description("Those issued on this day or earlier.")
        LocalDate to) {

    /** All letters. */
    public static final LetterFilter ALL = new LetterFilter(null, null, null, null, null);

    /** Those that wait for the printer. */
    static final LetterFilter TO_PRINT = new LetterFilter(null, null, List.of(LetterStatus.PRINT_QUEUED), null, null);
}
