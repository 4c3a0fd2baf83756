package io.huikuan.letter;

import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Of what a letter is to warn. */
@DefaultNonNull
@Input("LetterWarningInput")
@Description("Of what a letter is to warn.")
public record LetterWarningWish(
        @Description("What follows.") LetterStage next,

        @Description(
                "The last day on which payment is awaited, at least 3 days after the business date and within a year.")
        LocalDate deadline) {}
