package io.huikuan.platform.demo;

import io.huikuan.customer.Customer;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.ReceivableFilter;
import io.huikuan.ledger.Receivables;
import io.huikuan.platform.demo.DemoTenant.Player;
import io.huikuan.promise.PromiseService;
import io.huikuan.promise.RecordPromise;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What distributors of the demo tenant have promised: one for today, others for the days to come. */
@ApplicationScoped
class DemoPromises {

    private static final ReceivableFilter OPEN = new ReceivableFilter(null, true, null, null, null, null, null);
    private static final Paging FIRST = new Paging(1, null, false);

    private final PromiseService promises;
    private final Receivables receivables;

    DemoPromises(PromiseService promises, Receivables receivables) {
        this.promises = promises;
        this.receivables = receivables;
    }

    /** The distributor promises to pay its oldest open invoice by the day, if it has one. */
    void give(Player rep, Customer customer, LocalDate day) {
        Set<UUID> asked = Set.of(customer.uuid());
        Page<Receivable> open = rep.does(
                () -> Outcome.done(receivables.pages(asked, OPEN, FIRST).getOrDefault(customer.uuid(), Page.empty())));
        open.nodes().forEach(oldest -> promise(rep, customer, oldest, day));
    }

    private void promise(Player rep, Customer customer, Receivable oldest, LocalDate day) {
        rep.does(() -> promises.record(new RecordPromise(
                "demo-promise-" + oldest.number(),
                customer.id(),
                List.of(oldest.id()),
                "receivableIds",
                null,
                new MoneyInput(oldest.balance().amount(), oldest.balance().currency()),
                day,
                null,
                null,
                "He will pay after his own customers did.")));
    }
}
