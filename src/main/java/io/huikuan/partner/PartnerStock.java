package io.huikuan.partner;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.sellthrough.CustomerStock;
import io.huikuan.sellthrough.NewSellOut;
import io.huikuan.sellthrough.SellThrough;
import io.huikuan.sellthrough.SellThroughService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The stock of the partner who is asking. */
@ApplicationScoped
public class PartnerStock {

    private final SellThroughService service;
    private final CurrentActor actor;

    PartnerStock(SellThroughService service, CurrentActor actor) {
        this.service = service;
        this.actor = actor;
    }

    /** The current cycle; empty before the first delivery. */
    @Transactional
    public Optional<PartnerSellThrough> current() {
        UUID customer = own();
        return Optional.ofNullable(service.currentOf(Set.of(customer)).get(customer))
                .map(this::shown);
    }

    /** Records the partner's own report; the answer is empty before the first delivery. */
    @Transactional
    public Outcome<Optional<PartnerSellThrough>> report(
            String clientKey, LocalDate reportedOn, List<NewSellOut.Line> lines) {
        return service.reportSellOut("reportMySellOut", clientKey, new NewSellOut(own(), reportedOn, lines))
                .map(CustomerStock::sellThrough)
                .map(cycle -> cycle.map(this::shown));
    }

    private PartnerSellThrough shown(SellThrough cycle) {
        UUID id = cycle.uuid();
        return PartnerSellThrough.of(cycle, service.products(Set.of(id)).getOrDefault(id, List.of()));
    }

    private UUID own() {
        return actor.get().customer().orElseThrow();
    }
}
