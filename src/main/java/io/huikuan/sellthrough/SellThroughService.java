package io.huikuan.sellthrough;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.NodesFinder;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.sellthrough.data.SellThroughQueries;
import io.huikuan.sellthrough.domain.StockChecks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Records what reaches a customer and what it sells, and tells how far its stock is sold (rule 18). */
@ApplicationScoped
public class SellThroughService implements NodesFinder {

    private final CustomerLocks locks;
    private final StockBook book;
    private final CycleKeeper keeper;
    private final SellThroughQueries queries;
    private final ClientKeys clientKeys;
    private final BusinessDates dates;
    private final CurrentActor actor;

    SellThroughService(
            CustomerLocks locks,
            StockBook book,
            CycleKeeper keeper,
            SellThroughQueries queries,
            ClientKeys clientKeys,
            BusinessDates dates,
            CurrentActor actor) {
        this.locks = locks;
        this.book = book;
        this.keeper = keeper;
        this.queries = queries;
        this.clientKeys = clientKeys;
        this.dates = dates;
        this.actor = actor;
    }

    /**
     * Records a delivery. The same number with the same content is a repeat; with another content it is refused with
     * DUPLICATE_NUMBER. A closed customer only gives back (CUSTOMER_CLOSED).
     */
    @Transactional
    public Outcome<CustomerStock> recordDelivery(String clientKey, NewDelivery delivery) {
        return once(new Wish("recordDelivery", clientKey, delivery), () -> delivered(delivery));
    }

    private Outcome<CustomerStock> delivered(NewDelivery delivery) {
        List<UserError> errors = checks().of(delivery);
        if (!errors.isEmpty()) {
            return Outcome.refused(errors);
        }
        Optional<LockedCustomer> customer = locks.lock(delivery.customerId());
        if (customer.isEmpty()) {
            return noCustomer();
        }
        if (customer.get().isClosed()
                && delivery.lines().stream().anyMatch(line -> line.quantity().signum() > 0)) {
            return Outcome.refused(ErrorCode.CUSTOMER_CLOSED, "customerId", "The customer is closed.");
        }
        Booked booked = book.deliveries(List.of(delivery)).get(0);
        if (booked == Booked.CHANGED) {
            return Outcome.refused(ErrorCode.DUPLICATE_NUMBER, "number", "Another delivery has this number.");
        }
        return derived(delivery.customerId(), booked.isNews());
    }

    /**
     * Records a report, at most one for a customer, product and day: the same content is a repeat, another content takes the place of what
     * was said before, which is kept.
     *
     * @param mutation by which name the client's key is remembered
     */
    @Transactional
    public Outcome<CustomerStock> reportSellOut(String mutation, String clientKey, NewSellOut report) {
        return once(new Wish(mutation, clientKey, report), () -> reported(report));
    }

    private Outcome<CustomerStock> reported(NewSellOut report) {
        List<UserError> errors = checks().of(report);
        if (!errors.isEmpty()) {
            return Outcome.refused(errors);
        }
        if (locks.lock(report.customerId()).isEmpty()) {
            return noCustomer();
        }
        boolean news = book.reports(report.single()).stream().anyMatch(Booked::isNews);
        return derived(report.customerId(), news);
    }

    private Outcome<CustomerStock> derived(UUID customer, boolean news) {
        if (news) {
            keeper.derive(Set.of(customer));
        }
        return Outcome.done(stockOf(customer));
    }

    private Outcome<CustomerStock> once(Wish wish, Supplier<Outcome<CustomerStock>> effect) {
        return clientKeys.once(wish, effect, CustomerStock::customerId, customer -> Optional.of(stockOf(customer)));
    }

    private CustomerStock stockOf(UUID customer) {
        return new CustomerStock(
                customer,
                Optional.ofNullable(queries.currentOf(Set.of(customer)).get(customer)));
    }

    private StockChecks checks() {
        return new StockChecks(dates.today(), actor.get().baseCurrency());
    }

    /** The refusal when there is no such customer, or it is not the actor's. */
    public static Outcome<CustomerStock> noCustomer() {
        return Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer.");
    }

    /** The current cycle of each of these customers that has one and is visible. */
    @Transactional
    public Map<UUID, SellThrough> currentOf(Set<UUID> customers) {
        return queries.currentOf(customers);
    }

    /** The cycles with these ids that are visible, ended ones too. */
    @Transactional
    public Map<UUID, SellThrough> byIds(Set<UUID> cycles) {
        return queries.byIds(cycles);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.SELL_THROUGH;
    }

    @Override
    @Transactional
    public Optional<SellThrough> find(UUID cycle) {
        return Optional.ofNullable(queries.byIds(Set.of(cycle)).get(cycle));
    }

    @Override
    @Transactional
    public Map<UUID, SellThrough> findAll(Set<UUID> cycles) {
        return queries.byIds(cycles);
    }

    /** The products of cycles that were answered to the actor before, by code. */
    @Transactional
    public Map<UUID, List<ProductSellThrough>> products(Set<UUID> cycles) {
        return queries.products(cycles);
    }
}
