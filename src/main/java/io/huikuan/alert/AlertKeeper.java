package io.huikuan.alert;

import io.huikuan.alert.data.AlertRule;
import io.huikuan.alert.data.CauseStore;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps alerts in line with what they warn of: for the whole tenant when a job asks, and for some customers when their balances, schedules
 * or stocks have moved. Judging twice changes nothing the second time.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AlertKeeper {

    private static final String BATCH = AlertKeeper.class.getName() + ".batch";
    private static final String ANNOUNCED = AlertKeeper.class.getName() + ".announced";

    /** What is judged of what was agreed with a customer, or done with him; with many nothing was. */
    private static final Set<AlertRule> OF_FEW =
            EnumSet.of(AlertRule.PLANS, AlertRule.PROMISES, AlertRule.CONCESSIONS, AlertRule.STRATEGIES);

    private final CauseStore causes;
    private final BusinessDates dates;
    private final TransactionSynchronizationRegistry transaction;
    private final Event<AlertsRaised> news;

    AlertKeeper(
            CauseStore causes,
            BusinessDates dates,
            TransactionSynchronizationRegistry transaction,
            Event<AlertsRaised> news) {
        this.causes = causes;
        this.dates = dates;
        this.transaction = transaction;
        this.news = news;
    }

    /** Judges all installments of the tenant as of the day (rule 16); the day is not after the business date. */
    public Tally judgeInstallments(LocalDate asOf) {
        return judge(AlertRule.INSTALLMENTS, asOf);
    }

    /** Judges all stock cycles and reports of the tenant as of the day (rule 18). */
    public Tally judgeSellThrough(LocalDate asOf) {
        return judge(AlertRule.SELL_THROUGH, asOf);
    }

    /** Judges all broken plans of the tenant, as of the business date. */
    public Tally judgePlans() {
        return judge(AlertRule.PLANS, dates.today());
    }

    /** Judges all promises of the tenant, and the payments that fall short of promises and plans, as of the business date. */
    public Tally judgePromises() {
        return judge(AlertRule.PROMISES, dates.today());
    }

    /** Judges all disputes of the tenant as of the day. */
    public Tally judgeDisputes(LocalDate asOf) {
        return judge(AlertRule.DISPUTES, asOf);
    }

    /** Judges all concessions of the tenant as of the day. */
    public Tally judgeConcessions(LocalDate asOf) {
        return judge(AlertRule.CONCESSIONS, asOf);
    }

    /** Judges what strategies tell of to the tenant's own people, as of the business date. */
    public Tally judgeStrategies() {
        return judge(AlertRule.STRATEGIES, dates.today());
    }

    /** Judges all escalations of the tenant as of the day. */
    public Tally judgeEscalations(LocalDate asOf) {
        return judge(AlertRule.ESCALATIONS, asOf);
    }

    private Tally judge(AlertRule rule, LocalDate asOf) {
        if (asOf.isAfter(dates.today())) {
            throw new IllegalArgumentException("nothing can be judged as of a day that has not come");
        }
        UUID batch = batch();
        return announced(batch, causes.bringInLine(rule, asOf, batch));
    }

    /**
     * Judges these customers' installments, broken plans, promises, concessions and what strategies told of as of the business date, after their balances or schedules moved. Installments of
     * receivables to which nothing has happened since they were issued are left to the daily run: what is imported as old history
     * is not news.
     */
    public Tally balancesMoved(Set<UUID> customers) {
        Tally tally = judge(AlertRule.INSTALLMENTS, customers);
        for (AlertRule rule : causes.concerning(OF_FEW, customers)) {
            tally = tally.plus(judge(rule, customers));
        }
        return tally;
    }

    /** Judges these customers' disputes as of the business date, after one of them was raised, changed or decided. */
    public Tally disputesMoved(Set<UUID> customers) {
        return judge(AlertRule.DISPUTES, customers);
    }

    /** Judges these customers' escalations as of the business date, after one of them was opened, went on or ended. */
    public Tally escalationsMoved(Set<UUID> customers) {
        return judge(AlertRule.ESCALATIONS, customers);
    }

    /** Judges these customers' stock cycles and reports as of the business date, after they changed. */
    public Tally stockMoved(Set<UUID> customers) {
        return judge(AlertRule.SELL_THROUGH, customers);
    }

    /**
     * Judges once more the customers whose alerts a run has changed, in a transaction of its own after the run has committed: what was paid or
     * reversed while the run was looking was not seen by the run, nor the run's alerts by the payment.
     */
    public Tally settle(Set<UUID> customers) {
        if (customers.isEmpty()) {
            return Tally.NONE;
        }
        causes.hold(customers);
        return balancesMoved(customers);
    }

    private Tally judge(AlertRule rule, Set<UUID> customers) {
        UUID batch = batch();
        return announced(batch, causes.bringInLine(rule, dates.today(), batch, customers));
    }

    /** One batch for each transaction. */
    private UUID batch() {
        UUID batch = (UUID) transaction.getResource(BATCH);
        if (batch == null) {
            batch = Uuids.next();
            transaction.putResource(BATCH, batch);
        }
        return batch;
    }

    /** One notification for each transaction, however often it raises. */
    private Tally announced(UUID batch, Tally tally) {
        if (tally.raised() > 0) {
            if (transaction.getResource(ANNOUNCED) == null) {
                transaction.putResource(ANNOUNCED, true);
                causes.announce(batch);
            }
            news.fire(new AlertsRaised(batch));
        }
        return tally;
    }
}
