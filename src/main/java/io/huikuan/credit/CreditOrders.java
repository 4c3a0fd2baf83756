package io.huikuan.credit;

import io.huikuan.credit.data.OrderStore;
import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.CustomerTurns;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps the orders that an ERP tells. An order is checked and recorded under its customer's lock, so that of two orders that come at once and of which the limit
 * has room for one, one is refused.
 */
@ApplicationScoped
@Transactional
public class CreditOrders {

    private static final int LONGEST_NUMBER = 64;

    private final CustomerTurns turns;
    private final CustomerLocks locks;
    private final CreditStandings standings;
    private final OrderStore store;
    private final ClientKeys clientKeys;

    CreditOrders(
            CustomerTurns turns,
            CustomerLocks locks,
            CreditStandings standings,
            OrderStore store,
            ClientKeys clientKeys) {
        this.turns = turns;
        this.locks = locks;
        this.standings = standings;
        this.store = store;
        this.clientKeys = clientKeys;
    }

    /** A page of what was recorded of orders, the newest first. */
    public Page<CreditOrder> page(CreditOrderFilter filter, Paging paging) {
        return store.page(filter, paging);
    }

    /** Records what of an order is not invoiced yet. */
    public Outcome<CreditOrder> record(RecordCreditOrder wish) {
        turns.await(wish.customerId());
        return clientKeys.onceNew(
                new Wish("recordCreditOrder", wish.clientKey(), wish), id -> recorded(id, wish), store::find);
    }

    private Outcome<CreditOrder> recorded(UUID id, RecordCreditOrder wish) {
        Optional<LockedCustomer> customer = locks.lock(wish.customerId());
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer.");
        }
        Refusals refusals = new Refusals();
        String number = refusals.required("number", wish.number(), LONGEST_NUMBER);
        Money amount = refusals.notNegative("amount", wish.amount());
        if (refusals.any()) {
            return refusals.outcome();
        }
        List<UserError> blocks = Boolean.FALSE.equals(wish.onlyIfAllowed())
                ? List.of()
                : blocks(customer.get().id(), number, amount);
        if (!blocks.isEmpty()) {
            return Outcome.refused(blocks);
        }
        return store.record(id, customer.get().id(), number, amount)
                ? Outcome.done(store.find(id).orElseThrow())
                : Outcome.refused(ErrorCode.DUPLICATE_NUMBER, "number", "Another customer's order has this number.");
    }

    private List<UserError> blocks(UUID customer, String number, Money amount) {
        if (lessens(store.latest(customer, number), amount)) {
            return List.of();
        }
        CreditCheck check =
                standings.check(customer, amount, CreditStage.ORDER, number).orElseThrow();
        return check.verdicts().stream()
                .filter(CreditVerdict::blocks)
                .map(verdict ->
                        UserError.of(ErrorCode.CREDIT_BLOCKED, "amount", verdict.rule() + ": " + verdict.reason()))
                .toList();
    }

    private static boolean lessens(Optional<CreditOrder> before, Money amount) {
        return amount.value().signum() == 0
                || before.map(CreditOrder::amount)
                        .filter(known -> known.currency().equals(amount.currency()))
                        .filter(known -> known.value().compareTo(amount.value()) >= 0)
                        .isPresent();
    }
}
