package io.huikuan.concession;

import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** What was offered in one round. */
@DefaultNonNull
@Description("What was offered in one round.")
public record ConcessionOffer(
        @Description("Which round, from 1.") int round,
        @Description("When it was offered.") Instant offeredAt,

        @Description("What is given for which payment, step by step.")
        List<@NonNull ConcessionTerm> terms,

        @Ignore UUID offerer) {

    public ConcessionOffer {
        terms = List.copyOf(terms);
    }
}
