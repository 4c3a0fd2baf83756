package io.huikuan.escalation;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A measure that is to be taken. */
@DefaultNonNull
@Input("ProposeEscalationMeasureInput")
@Description("A measure that is to be taken.")
public record ProposeEscalationMeasure(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which case.") String id,

        @Description("The version of the case that was seen; another one is STALE.")
        int version,

        @Description("What is to be done.") EscalationMeasureKind kind,

        @Nullable
        @Description(
                "Which price terms, rebate, territory or distributor, at most 500 characters; what concerns supply needs none.")
        String details,

        @Nullable @Description("Its last day, not before the business date; null: it has no end of its own.")
        LocalDate until,

        @Description("Why, at most 500 characters.") String reason) {}
