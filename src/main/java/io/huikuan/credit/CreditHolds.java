package io.huikuan.credit;

import io.huikuan.credit.data.HoldReads;
import io.huikuan.credit.data.HoldStore;
import io.huikuan.credit.data.HoldStore.NewHold;
import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Stops supply and lets it go on. What the actor may not see does not exist. */
@ApplicationScoped
@Transactional
public class CreditHolds implements NodeFinder {

    /** For how many days a person may release at most. */
    static final int LONGEST_RELEASE = 366;

    private static final int LONGEST_REASON = 500;

    private final HoldStore store;
    private final HoldReads reads;
    private final CustomerLocks locks;
    private final ClientKeys clientKeys;
    private final BusinessDates dates;

    CreditHolds(HoldStore store, HoldReads reads, CustomerLocks locks, ClientKeys clientKeys, BusinessDates dates) {
        this.store = store;
        this.reads = reads;
        this.locks = locks;
        this.clientKeys = clientKeys;
        this.dates = dates;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.CREDIT_HOLD;
    }

    @Override
    public Optional<CreditHold> find(UUID id) {
        return Optional.ofNullable(reads.byIds(List.of(id)).get(id));
    }

    /** A page of all that match, the newest first. */
    public Page<CreditHold> page(CreditHoldFilter filter, Paging paging) {
        return reads.page(filter, paging);
    }

    /** The releases of each of the holds, the newest first. */
    public Map<UUID, List<CreditHoldRelease>> releases(Collection<UUID> holds) {
        return reads.releases(holds);
    }

    /** Stops supply. */
    public Outcome<CreditHold> place(PlaceCreditHold wish) {
        return clientKeys.onceNew(
                new Wish("placeCreditHold", wish.clientKey(), wish), id -> placeNow(id, wish), this::find);
    }

    private Outcome<CreditHold> placeNow(UUID id, PlaceCreditHold wish) {
        Optional<LockedCustomer> customer = locks.lock(wish.customerId());
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer.");
        }
        Refusals refusals = new Refusals();
        NewHold hold = hold(refusals, id, customer.get().id(), wish);
        if (refusals.any()) {
            return refusals.outcome();
        }
        store.insert(hold);
        return Outcome.done(find(id).orElseThrow());
    }

    private NewHold hold(Refusals refusals, UUID id, UUID customer, PlaceCreditHold wish) {
        LocalDate from = wish.from() == null ? dates.today() : wish.from();
        refusals.unless(
                !from.isBefore(dates.today()),
                ErrorCode.DATE_IN_PAST,
                "from",
                "A hold begins on the business date " + dates.today() + " or later.");
        refusals.unless(
                wish.until() == null || !wish.until().isBefore(from),
                ErrorCode.DATE_ORDER,
                "until",
                "The hold ends before it begins.");
        refusals.unless(
                wish.cause() != CreditHoldCause.SAID_ELSEWHERE,
                ErrorCode.INVALID_VALUE,
                "cause",
                "SAID_ELSEWHERE is for what comes from another system.");
        refusals.unless(
                wish.cause() != CreditHoldCause.ESCALATION,
                ErrorCode.INVALID_VALUE,
                "cause",
                "ESCALATION is for measures that a manager has approved.");
        String reason = refusals.required("reason", wish.reason(), LONGEST_REASON);
        boolean byPayment = !Boolean.FALSE.equals(wish.releasedByPayment());
        return new NewHold(id, customer, wish.scope(), wish.cause(), reason, from, wish.until(), byPayment);
    }

    /** A stop of supply that an escalation has brought; without an end {@code until} is null. */
    public record Measure(UUID customer, CreditHoldScope scope, String reason, LocalDate until) {}

    /** Stops supply from today on as a measure of an escalation, under the caller's lock; answers the hold, which money alone does not release. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID place(Measure measure) {
        UUID id = Uuids.next();
        store.insert(new NewHold(
                id,
                measure.customer(),
                measure.scope(),
                CreditHoldCause.ESCALATION,
                measure.reason(),
                dates.today(),
                measure.until(),
                false));
        return id;
    }

    /** Releases holds that {@link #place(Measure)} made, for good, under the caller's locks. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void releaseForGood(Collection<UUID> holds, String reason) {
        store.releaseForGood(holds, reason);
    }

    /** Lets supply go on for a while. */
    public Outcome<CreditHold> release(ReleaseCreditHold wish) {
        return clientKeys.once(
                new Wish("releaseCreditHold", wish.clientKey(), wish),
                () -> releaseNow(wish),
                CreditHold::uuid,
                this::find);
    }

    private Outcome<CreditHold> releaseNow(ReleaseCreditHold wish) {
        Optional<UUID> id = NodeId.uuid(NodeKind.CREDIT_HOLD, wish.id());
        if (id.flatMap(store::customerOf).flatMap(locks::lock).isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such hold.");
        }
        CreditHold hold = find(id.get()).orElseThrow();
        if (hold.version() != wish.version()) {
            return Outcome.refused(ErrorCode.STALE, "version", "Somebody released the hold since: read it again.");
        }
        Refusals refusals = new Refusals();
        String reason = refusals.required("reason", wish.reason(), LONGEST_REASON);
        checkUntil(refusals, wish.until(), dates.today());
        refusals.unless(hold.live(), ErrorCode.INVALID_STATUS, "id", "The hold does not stop anything today.");
        if (refusals.any()) {
            return refusals.outcome();
        }
        store.release(id.get(), reason, wish.until());
        return Outcome.done(find(id.get()).orElseThrow());
    }

    /** The last day of what a person releases. */
    static void checkUntil(Refusals refusals, LocalDate until, LocalDate today) {
        refusals.unless(
                !until.isBefore(today) && !until.isAfter(today.plusDays(LONGEST_RELEASE)),
                ErrorCode.INVALID_VALUE,
                "until",
                "The last day is " + today + " to " + today.plusDays(LONGEST_RELEASE) + ".");
    }
}
