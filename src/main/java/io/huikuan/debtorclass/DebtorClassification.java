package io.huikuan.debtorclass;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** What kind of debtor a customer is: what was confirmed, what is suggested, and what the evidence proposes today. */
@DefaultNonNull
@Description(
        "What kind of debtor a customer is: what was confirmed, what is suggested, and what the evidence proposes today.")
public record DebtorClassification(
        @Description("The version to give back when confirming a class; 0 when none was confirmed yet.")
        int version,

        @Nullable @Description("The class that was confirmed last; null when none was.")
        DebtorClass confirmed,

        @Nullable @Description("On which day it was confirmed.")
        LocalDate confirmedOn,

        @Nullable @Description("Why; never null where it was not what the evidence proposed.")
        String reason,

        @Nullable @Description("The class that somebody suggests and nobody has decided on; null when there is none.")
        DebtorClass suggested,

        @Nullable @Description("Why that is suggested.") String suggestion,

        @Description("The class that the evidence proposes today.")
        DebtorClass proposed,

        @Description("Why, in words: what decided.") List<@NonNull String> because,
        @Description("The evidence.") DebtorEvidence evidence,

        @Description("Why it is to be reviewed, as of today; empty when it is not.")
        List<@NonNull ClassReviewReason> review,

        @Ignore UUID customer,
        @Ignore UUID confirmer,
        @Ignore UUID suggester) {}
