package io.huikuan.sellthrough;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.CustomerThresholdsChanged;
import io.huikuan.sellthrough.data.CycleStore;
import io.huikuan.tenant.SettingsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.UUID;

/** Judges stock anew when a threshold changes: all of a customer's history, as if the threshold had always been that. */
@ApplicationScoped
class ThresholdWatch {

    private final CycleStore cycles;
    private final CustomerLocks locks;
    private final CycleKeeper keeper;

    ThresholdWatch(CycleStore cycles, CustomerLocks locks, CycleKeeper keeper) {
        this.cycles = cycles;
        this.locks = locks;
        this.keeper = keeper;
    }

    void tenant(@Observes SettingsChanged changed) {
        if (!changed.before().sellThroughThreshold().equals(changed.after().sellThroughThreshold())) {
            judge(cycles.ruledByTenant());
        }
    }

    void customers(@Observes CustomerThresholdsChanged changed) {
        judge(cycles.withCycles(changed.customers()));
    }

    private void judge(Collection<UUID> customers) {
        keeper.derive(locks.lockAll(customers).keySet());
    }
}
