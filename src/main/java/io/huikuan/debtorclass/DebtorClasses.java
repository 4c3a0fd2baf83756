package io.huikuan.debtorclass;

import io.huikuan.debtorclass.data.ClassReads;
import io.huikuan.debtorclass.data.ClassReads.Kept;
import io.huikuan.debtorclass.data.ClassStore;
import io.huikuan.debtorclass.domain.ClassJudge;
import io.huikuan.debtorclass.domain.Judged;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Answers what kind of debtors customers are. What the actor may not see does not exist. */
@ApplicationScoped
@Transactional
public class DebtorClasses {

    private final ClassReads reads;
    private final ClassStore store;
    private final Evidence evidence;
    private final BusinessDates dates;

    DebtorClasses(ClassReads reads, ClassStore store, Evidence evidence, BusinessDates dates) {
        this.reads = reads;
        this.store = store;
        this.evidence = evidence;
        this.dates = dates;
    }

    /** The confirmed class of each of the customers, which the caller is known to see; those that have none are left out. */
    public Map<UUID, DebtorClass> of(Collection<UUID> customers) {
        return customers.isEmpty() ? Map.of() : reads.confirmed(customers);
    }

    /** What was confirmed, is suggested and is proposed today for each of the customers that the actor may see. */
    public Map<UUID, DebtorClassification> classifications(Collection<UUID> customers) {
        if (customers.isEmpty()) {
            return Map.of();
        }
        ClassPolicy policy = store.policy();
        Map<UUID, Kept> kept = reads.kept(customers);
        Map<UUID, DebtorClassification> found = new HashMap<>();
        evidence.of(kept.keySet())
                .forEach((customer, its) -> found.put(customer, shown(customer, kept.get(customer), its, policy)));
        return found;
    }

    /** As {@link #classifications}, of one customer. */
    public Optional<DebtorClassification> find(UUID customer) {
        return Optional.ofNullable(classifications(List.of(customer)).get(customer));
    }

    /** A page of customers that call for a review by what the latest look saw, in the order of their codes; each as it is today. */
    public Page<DebtorClassification> reviews(ClassReviewFilter filter, Paging paging) {
        return shown(reads.reviews(filter, store.policy().reviewDays(), paging));
    }

    /** A page of customers with one of these confirmed classes, in the order of their codes; null: with any. */
    public Page<DebtorClassification> confirmed(List<DebtorClass> classesOrNull, Paging paging) {
        return shown(reads.confirmed(classesOrNull, paging));
    }

    private Page<DebtorClassification> shown(Page<UUID> customers) {
        return customers.map(classifications(customers.nodes())::get);
    }

    /** A page of what was suggested and confirmed of each of the customers, the newest first. */
    public Map<UUID, Page<DebtorClassEntry>> histories(Collection<UUID> customers, Paging paging) {
        return reads.histories(customers, paging);
    }

    /** From when on evidence proposes a class. */
    public ClassPolicy policy() {
        return store.policy();
    }

    private DebtorClassification shown(UUID customer, Kept kept, DebtorEvidence its, ClassPolicy policy) {
        Judged judged = ClassJudge.judge(its, policy);
        return new DebtorClassification(
                kept.version(),
                kept.confirmed(),
                kept.confirmedOn(),
                kept.reason(),
                kept.suggestion().debtorClass(),
                kept.suggestion().reason(),
                judged.proposed(),
                judged.because(),
                its,
                List.copyOf(review(kept, judged.proposed(), dates.today().minusDays(policy.reviewDays()))),
                customer,
                kept.confirmer(),
                kept.suggestion().by());
    }

    private static Set<ClassReviewReason> review(Kept kept, DebtorClass proposed, LocalDate staleBefore) {
        Set<ClassReviewReason> reasons = EnumSet.noneOf(ClassReviewReason.class);
        if (kept.suggestion().debtorClass() != null) {
            reasons.add(ClassReviewReason.SUGGESTED);
        }
        if (kept.confirmed() == null) {
            if (proposed != DebtorClass.GOOD) {
                reasons.add(ClassReviewReason.UNCONFIRMED);
            }
            return reasons;
        }
        if (kept.confirmedOn().isBefore(staleBefore)) {
            reasons.add(ClassReviewReason.STALE);
        }
        if (proposed != kept.confirmed() && proposed != kept.proposedThen()) {
            reasons.add(ClassReviewReason.EVIDENCE_CHANGED);
        }
        return reasons;
    }
}
