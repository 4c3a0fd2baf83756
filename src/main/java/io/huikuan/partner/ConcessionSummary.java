package io.huikuan.partner;

import io.huikuan.concession.Concession;
import io.huikuan.concession.ConcessionOffer;
import io.huikuan.concession.ConcessionStatus;
import io.huikuan.concession.ConcessionStep;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** What the partner is offered or granted for payment. */
@DefaultNonNull
@Description("What your supplier offered or granted you for payment.")
public record ConcessionSummary(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("How far it has come; an offer binds nobody yet.")
        ConcessionStatus status,

        @Nullable @Description("The day on which it was granted; money counts from then on. Null while it is not.")
        LocalDate grantedOn,

        @Nullable @Description("Why it was declined or withdrawn; null when it was not.")
        String reason,

        @Description("What you get for which payment, step by step: as granted, or else as offered last.")
        List<@NonNull ConcessionStepSummary> steps) {

    public ConcessionSummary {
        steps = List.copyOf(steps);
    }

    static ConcessionSummary of(Concession concession, List<ConcessionOffer> offers, List<ConcessionStep> steps) {
        boolean ended =
                concession.status() == ConcessionStatus.DECLINED || concession.status() == ConcessionStatus.WITHDRAWN;
        return new ConcessionSummary(
                concession.id(),
                concession.status(),
                concession.grantedOn(),
                ended ? concession.note() : null,
                steps.isEmpty()
                        ? offers.stream()
                                .limit(1)
                                .flatMap(offer -> offer.terms().stream())
                                .map(ConcessionStepSummary::offered)
                                .toList()
                        : steps.stream().map(ConcessionStepSummary::granted).toList());
    }
}
