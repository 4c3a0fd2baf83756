package io.huikuan.debtorclass;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A class that somebody suggested or confirmed, with what was known then. */
@DefaultNonNull
@Description("A class that somebody suggested or confirmed, with what was known then.")
public record DebtorClassEntry(
        @Description("Its number among those of the customer, from 1.")
        int number,

        @Description("Whether it was suggested or confirmed.")
        ClassEntryKind kind,

        @Description("The class.") DebtorClass debtorClass,

        @Description("What the evidence proposed then.") DebtorClass proposed,

        @Description("The evidence as it was then, in words.")
        List<@NonNull String> evidence,

        @Nullable @Description("Why, in his words.") String reason,
        @Description("When it was.") Instant recordedAt,
        @Ignore UUID recorder) {}
