package io.huikuan.partner;

import io.huikuan.concession.ConcessionKind;
import io.huikuan.concession.ConcessionStep;
import io.huikuan.concession.ConcessionStepState;
import io.huikuan.concession.ConcessionTerm;
import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;

/** What the partner gets for which payment. */
@DefaultNonNull
@Description("What you get for which payment.")
public record ConcessionStepSummary(
        @Description("What you get.") ConcessionKind kind,

        @Nullable @Description("What exactly, in words; null: its kind and worth say all.")
        String gives,

        @Nullable @Description("What it is worth; null: that is not said in money.")
        Money worth,

        @Description("What must be paid for it, beside what the steps before it ask for.")
        Money amount,

        @Description("The last day on which your money counts for it.")
        LocalDate payBy,

        @Nullable @Description("How it stands; null while it is only offered.")
        ConcessionStepState state,

        @Nullable @Description("What it and the steps before it ask for in all; null while it is only offered.")
        Money due,

        @Nullable @Description("What was paid for that, without what went back; null while it is only offered.")
        Money paid) {

    static ConcessionStepSummary offered(ConcessionTerm term) {
        return new ConcessionStepSummary(
                term.kind(), term.gives(), term.worth(), term.amount(), term.payBy(), null, null, null);
    }

    static ConcessionStepSummary granted(ConcessionStep step) {
        ConcessionTerm term = step.term();
        return new ConcessionStepSummary(
                term.kind(),
                term.gives(),
                term.worth(),
                term.amount(),
                term.payBy(),
                step.state(),
                step.due(),
                step.paid());
    }
}
