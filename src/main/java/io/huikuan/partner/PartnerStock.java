package io.huikuan.partner;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
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

    private static final int LONGEST_SHOWN = 40;

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
        Outcome<CustomerStock> outcome =
                service.reportSellOut("reportMySellOut", clientKey, new NewSellOut(own(), reportedOn, lines));
        return outcome instanceof Outcome.Done<CustomerStock> done
                ? Outcome.done(done.value().sellThrough().map(this::shown))
                : Outcome.refused(outcome.errors().stream()
                        .map(error -> named(error, lines))
                        .toList());
    }

    /** What is wrong with a line, with words for a person who looks at a form and not at field paths: which line, of which product. */
    private static UserError named(UserError error, List<NewSellOut.Line> lines) {
        if (error.field().size() < 2 || !error.field().get(0).equals("lines")) {
            return error;
        }
        int line = Integer.parseInt(error.field().get(1));
        String sku = lines.get(line).sku();
        return new UserError(
                error.code(),
                error.field(),
                "Line " + (line + 1) + (sku.isBlank() ? "" : ", " + shortened(sku)) + ": " + error.message());
    }

    private static String shortened(String sku) {
        return sku.length() <= LONGEST_SHOWN ? sku : sku.substring(0, LONGEST_SHOWN) + "…";
    }

    private PartnerSellThrough shown(SellThrough cycle) {
        UUID id = cycle.uuid();
        return PartnerSellThrough.of(cycle, service.products(Set.of(id)).getOrDefault(id, List.of()));
    }

    private UUID own() {
        return actor.get().customer().orElseThrow();
    }
}
