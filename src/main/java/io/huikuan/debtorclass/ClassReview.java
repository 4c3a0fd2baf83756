package io.huikuan.debtorclass;

import io.huikuan.debtorclass.data.ClassStore;
import io.huikuan.debtorclass.domain.ClassJudge;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Looks at all customers of a tenant that still buy, and keeps what the evidence proposes: the list of reviews is what it saw. A page of customers at a time, each in
 * a transaction of its own, with a few statements; a run that was cut off is made up for by the next one.
 */
@ApplicationScoped
public class ClassReview {

    private static final int PAGE = 500;
    private static final int LONGEST_SECONDS = 600;
    private static final UUID FIRST = new UUID(0, 0);

    private final ClassStore store;
    private final Evidence evidence;

    ClassReview(ClassStore store, Evidence evidence) {
        this.store = store;
        this.evidence = evidence;
    }

    /** How many customers were looked at, and for how many of them another class is proposed than before. */
    public record Reviewed(int examined, int changed) {}

    /** Looks at them as of the business date. */
    public Reviewed review() {
        int examined = 0;
        int changed = 0;
        List<UUID> page = page(FIRST);
        while (!page.isEmpty()) {
            List<UUID> now = page;
            examined += now.size();
            changed +=
                    QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> look(now));
            page = now.size() < PAGE ? List.of() : page(now.get(now.size() - 1));
        }
        return new Reviewed(examined, changed);
    }

    private List<UUID> page(UUID after) {
        return QuarkusTransaction.requiringNew().call(() -> store.customersAfter(after, PAGE));
    }

    private int look(List<UUID> customers) {
        ClassPolicy policy = store.policy();
        Map<UUID, DebtorClass> proposed = new HashMap<>();
        evidence.of(customers)
                .forEach((customer, its) ->
                        proposed.put(customer, ClassJudge.judge(its, policy).proposed()));
        return store.see(proposed);
    }
}
