package io.huikuan.partner;

import io.huikuan.concession.Concession;
import io.huikuan.concession.ConcessionOffer;
import io.huikuan.concession.ConcessionStep;
import io.huikuan.concession.Concessions;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the partner who is asking was offered or granted for payment. */
@ApplicationScoped
@Transactional
public class PartnerConcessions {

    private final Concessions concessions;

    PartnerConcessions(Concessions concessions) {
        this.concessions = concessions;
    }

    /** What the partner's own customer was offered or granted, the newest first. */
    public Page<ConcessionSummary> page(Paging paging) {
        Page<Concession> page = concessions.shown(paging);
        List<UUID> ids = page.nodes().stream().map(Concession::uuid).toList();
        Map<UUID, List<ConcessionOffer>> offers = concessions.offersOf(ids);
        Map<UUID, List<ConcessionStep>> steps = concessions.stepsOf(ids);
        return page.map(one -> ConcessionSummary.of(
                one, offers.getOrDefault(one.uuid(), List.of()), steps.getOrDefault(one.uuid(), List.of())));
    }
}
