package io.huikuan.promise;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.money.Money;
import io.huikuan.promise.data.PromiseStore;
import io.huikuan.promise.data.PromiseStore.Item;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a promise may cover: open receivables of one customer in its currency, none of which another one covers. */
@ApplicationScoped
class PromisedItems {

    private static final int MOST = 50;

    private final PromiseStore store;

    PromisedItems(PromiseStore store) {
        this.store = store;
    }

    /** A document and how the caller named it. */
    private record Named(String path, Item item) {}

    /** The receivables that a promise of the amount covers, by the wish of the customer, whose row is locked. */
    Outcome<Set<UUID>> check(UUID customer, RecordPromise wish, Money amount) {
        Refusals refusals = new Refusals();
        boolean byPlan = wish.planId() != null;
        if (byPlan != wish.receivables().isEmpty()) {
            return Outcome.refused(
                    ErrorCode.EXACTLY_ONE, wish.path(), "Name either receivables or the plan that is promised.");
        }
        List<Named> named = byPlan ? ofPlan(refusals, customer, wish.planId()) : byName(refusals, customer, wish);
        named.forEach(one -> check(refusals, one, amount.currency()));
        BigDecimal open = named.stream().map(one -> one.item().open()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!refusals.any()) {
            refusals.unless(
                    amount.value().compareTo(open) <= 0,
                    ErrorCode.EXCEEDS_OPEN,
                    "amount.amount",
                    "Only " + open.toPlainString() + " is open.");
        }
        return refusals.any() ? refusals.outcome() : free(named);
    }

    private Outcome<Set<UUID>> free(List<Named> named) {
        Set<UUID> ids = named.stream().map(one -> one.item().id()).collect(Collectors.toSet());
        List<UUID> promised = store.promised(ids);
        Refusals refusals = new Refusals();
        named.forEach(one -> refusals.unless(
                !promised.contains(one.item().id()),
                ErrorCode.PROMISE_EXISTS,
                one.path(),
                "There is a promise for " + one.item().number() + " that is proposed or open."));
        return refusals.any() ? refusals.outcome() : Outcome.done(ids);
    }

    /** Of a plan, what is still open of it, all under the plan's path. */
    private List<Named> ofPlan(Refusals refusals, UUID customer, String planId) {
        List<UUID> ids = NodeId.uuid(NodeKind.PAYMENT_PLAN, planId)
                .map(plan -> store.receivablesOf(customer, plan))
                .orElse(List.of());
        refusals.unless(!ids.isEmpty(), ErrorCode.NOT_FOUND, "planId", "The customer has no active plan with this id.");
        return store.items(customer, ids, List.of()).stream()
                .filter(item -> item.open().signum() > 0)
                .map(item -> new Named("planId", item))
                .toList();
    }

    private List<Named> byName(Refusals refusals, UUID customer, RecordPromise wish) {
        List<String> names = wish.receivables();
        if (names.size() > MOST) {
            refusals.add(ErrorCode.INVALID_VALUE, wish.path(), "At most " + MOST + " documents.");
            return List.of();
        }
        List<UUID> ids = names.stream()
                .flatMap(name -> NodeId.uuid(NodeKind.RECEIVABLE, name).stream())
                .toList();
        List<Item> known = store.items(customer, ids, names);
        List<Named> named = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Optional<Item> one =
                    known.stream().filter(item -> isNamed(item, name)).findFirst();
            String path = wish.path() + "." + i;
            refusals.unless(one.isPresent(), ErrorCode.NOT_FOUND, path, "There is no such document.");
            one.filter(item -> seen.add(item.id())).ifPresent(item -> named.add(new Named(path, item)));
        }
        return named;
    }

    private static boolean isNamed(Item item, String name) {
        return item.number().equals(name)
                || NodeId.uuid(NodeKind.RECEIVABLE, name).equals(Optional.of(item.id()));
    }

    private static void check(Refusals refusals, Named named, String currency) {
        Item item = named.item();
        String path = named.path();
        refusals.unless(!item.creditNote(), ErrorCode.KIND_NOT_ALLOWED, path, "A credit note cannot be paid.");
        refusals.unless(
                item.creditNote() || item.open().signum() > 0,
                ErrorCode.EXCEEDS_OPEN,
                path,
                "Nothing of " + item.number() + " is open.");
        refusals.unless(
                item.currency().equals(currency),
                ErrorCode.CURRENCY_MISMATCH,
                path,
                "It is in " + item.currency() + ".");
    }
}
