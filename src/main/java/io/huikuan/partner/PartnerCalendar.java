package io.huikuan.partner;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Installment;
import io.huikuan.ledger.InstallmentRevision;
import io.huikuan.ledger.Installments;
import io.huikuan.partner.domain.DueCalendar;
import io.huikuan.partner.domain.DueCalendar.Event;
import io.huikuan.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The open installments of the acting partner as a calendar, an event each; the first 1,000 by due date. */
@ApplicationScoped
class PartnerCalendar {

    private static final int MOST_PAGES = 10;

    private final Installments installments;
    private final InstallmentSummaries summaries;
    private final Tenants tenants;
    private final CurrentActor actor;

    PartnerCalendar(Installments installments, InstallmentSummaries summaries, Tenants tenants, CurrentActor actor) {
        this.installments = installments;
        this.summaries = summaries;
        this.tenants = tenants;
        this.actor = actor;
    }

    @Transactional
    String text(CalendarLanguage language) {
        List<Installment> open = open(actor.get().customer().orElseThrow());
        Map<UUID, InstallmentRevision> revisions = installments.revisions(
                open.stream().map(one -> NodeId.uuidOf(one.id())).toList());
        Function<Installment, InstallmentSummary> shown = summaries.of(open);
        List<Event> events = open.stream()
                .map(one -> event(one, shown.apply(one), revisions.get(NodeId.uuidOf(one.id())), language))
                .toList();
        return DueCalendar.of(language.name(tenants.current().name()), events);
    }

    private List<Installment> open(UUID customer) {
        List<Installment> open = new ArrayList<>();
        String after = null;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Page<Installment> page = installments
                    .pages(Set.of(customer), true, new Paging(Paging.MOST, after, false))
                    .getOrDefault(customer, Page.empty());
            open.addAll(page.nodes());
            after = page.pageInfo().endCursor();
            if (!page.pageInfo().hasNextPage()) {
                break;
            }
        }
        return open;
    }

    private static Event event(
            Installment one, InstallmentSummary shown, InstallmentRevision revision, CalendarLanguage language) {
        String amount =
                shown.balance().currency() + " " + shown.balance().value().toPlainString();
        String number = shown.planNumber() == null ? shown.receivableNumber() : shown.planNumber();
        return new Event(
                one.id() + "@huikuan",
                revision.changes(),
                revision.changedAt(),
                shown.dueDate(),
                language.summary(amount, number),
                language.description(shown, amount));
    }
}
