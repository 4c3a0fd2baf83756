package io.huikuan.strategy;

import io.huikuan.contact.ContactPolicies;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.strategy.data.ActionStore;
import io.huikuan.tenant.BusinessDayRoll;
import io.huikuan.tenant.TenantSettingsService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;

/**
 * Gives each customer of a tenant the step of its strategy that is due today: a few statements, whatever the size of the book. Twice a day, or on two nodes at once, it gives
 * nothing twice; after days on which it did not run it gives the latest step that was reached, and says which ones it left out.
 */
@ApplicationScoped
public class StrategyRun {

    private static final int LONGEST_SECONDS = 1_800;

    private final ActionStore actions;
    private final ContactPolicies policies;
    private final TenantSettingsService settings;
    private final BusinessDates dates;
    private final CurrentActor actor;
    private final Event<LettersWait> news;

    StrategyRun(
            ActionStore actions,
            ContactPolicies policies,
            TenantSettingsService settings,
            BusinessDates dates,
            CurrentActor actor,
            Event<LettersWait> news) {
        this.actions = actions;
        this.policies = policies;
        this.settings = settings;
        this.dates = dates;
        this.actor = actor;
        this.news = news;
    }

    /** How many customers were looked at, how many got a step, and how many tasks and letters gave way or had lost their cause. */
    public record Ran(int examined, int made, int ended) {

        private Ran and(int endedAfter) {
            return new Ran(examined, made, ended + endedAfter);
        }
    }

    /**
     * Runs as of the business date, in a transaction of its own, which locks nothing that a payment needs but the tasks that it ends. Who paid while it ran has not seen what it
     * made, nor did it see the payment: so what was made is looked at once more when both are to be seen.
     */
    public Ran run() {
        Ran ran = QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(this::runNow);
        return ran.made() == 0
                ? ran
                : ran.and(QuarkusTransaction.requiringNew()
                        .timeout(LONGEST_SECONDS)
                        .call(actions::endGone));
    }

    private Ran runNow() {
        int gone = actions.endGone();
        LocalDate workday = settings.calendar().roll(dates.today(), BusinessDayRoll.FOLLOWING);
        ActionStore.Ran ran = actions.run(policies.policy().quietDays(), workday);
        if (ran.made() > 0) {
            news.fire(new LettersWait(actor.get().tenant()));
        }
        return new Ran(ran.examined(), ran.made(), gone + ran.passed());
    }
}
