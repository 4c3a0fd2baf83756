package io.huikuan.sellthrough;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.sellthrough.domain.StockChecks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Records many deliveries or reports at once, in the caller's transaction and a number of statements that does not grow with them. The
 * caller has found their customers and has passed each through {@link #checks}; what becomes of each is told in the order in which they were
 * given. The cycles of those customers whose facts changed are derived anew, of no others.
 */
@ApplicationScoped
public class SellThroughImport {

    private final StockBook book;
    private final CycleKeeper keeper;
    private final CustomerLocks locks;
    private final BusinessDates dates;
    private final CurrentActor actor;

    SellThroughImport(
            StockBook book, CycleKeeper keeper, CustomerLocks locks, BusinessDates dates, CurrentActor actor) {
        this.book = book;
        this.keeper = keeper;
        this.locks = locks;
        this.dates = dates;
        this.actor = actor;
    }

    /** What each delivery and report must be like, as of today. */
    public StockChecks checks() {
        return new StockChecks(dates.today(), actor.get().baseCurrency());
    }

    /** Records deliveries; {@link Booked#CHANGED} tells of a known number with another content, which is left alone. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Booked> deliveries(List<NewDelivery> deliveries) {
        List<UUID> customers = deliveries.stream().map(NewDelivery::customerId).toList();
        locks.lockAll(Set.copyOf(customers));
        return derived(customers, book.deliveries(deliveries));
    }

    /** Records reports of one line each; of several for one customer, product and day the last one counts. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Booked> reports(List<NewSellOut> reports) {
        if (reports.stream().anyMatch(report -> report.lines().size() != 1)) {
            throw new IllegalArgumentException("a report of one line each");
        }
        List<UUID> customers = reports.stream().map(NewSellOut::customerId).toList();
        locks.lockAll(Set.copyOf(customers));
        return derived(customers, book.reports(reports));
    }

    private List<Booked> derived(List<UUID> customers, List<Booked> booked) {
        Set<UUID> touched = new HashSet<>();
        for (int i = 0; i < booked.size(); i++) {
            if (booked.get(i).isNews()) {
                touched.add(customers.get(i));
            }
        }
        keeper.derive(touched);
        return booked;
    }
}
