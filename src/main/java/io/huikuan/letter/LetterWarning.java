package io.huikuan.letter;

import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;

/** Of what a letter warns, and until when payment is awaited before: courtesy comes first (rule 26). */
@DefaultNonNull
@Description("Of what a letter warns, and until when payment is awaited before.")
public record LetterWarning(
        @Description("What follows.") LetterStage next,

        @Description("The last day on which payment is awaited.")
        LocalDate deadline) {

    /** The days between a letter and the deadline that it names: fewer are no courtesy. */
    public static final int FEWEST_DAYS = 3;
}
