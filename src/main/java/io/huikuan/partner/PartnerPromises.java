package io.huikuan.partner;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Receivables;
import io.huikuan.promise.DecidePromise;
import io.huikuan.promise.PromiseFilter;
import io.huikuan.promise.PromiseService;
import io.huikuan.promise.PromiseStatus;
import io.huikuan.promise.PromiseToPay;
import io.huikuan.promise.Promises;
import io.huikuan.promise.RecordPromise;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The promises to pay of the partner who is asking. What he promises counts when the tenant has confirmed it. */
@ApplicationScoped
@Transactional
public class PartnerPromises {

    private final PromiseService service;
    private final Promises promises;
    private final Receivables receivables;
    private final CurrentActor actor;

    PartnerPromises(PromiseService service, Promises promises, Receivables receivables, CurrentActor actor) {
        this.service = service;
        this.promises = promises;
        this.receivables = receivables;
        this.actor = actor;
    }

    /** What the partner promises; documents are named by their numbers. */
    public record MyPromise(
            String clientKey, List<String> receivableNumbers, MoneyInput amount, LocalDate promisedFor, String note) {}

    /** Promises that the partner's own customer will pay. */
    public Outcome<PromiseSummary> make(MyPromise wish) {
        UUID own = actor.get().customer().orElseThrow();
        return service.record(new RecordPromise(
                        wish.clientKey(),
                        NodeId.of(NodeKind.CUSTOMER, own),
                        wish.receivableNumbers(),
                        "receivableNumbers",
                        null,
                        wish.amount(),
                        wish.promisedFor(),
                        null,
                        null,
                        wish.note()))
                .map(this::summary);
    }

    /** Takes a promise back that the tenant has not confirmed. */
    public Outcome<PromiseSummary> withdraw(DecidePromise wish) {
        return service.cancel(wish).map(this::summary);
    }

    /** The promises of the partner's own customer, the newest first. */
    public Page<PromiseSummary> page(List<PromiseStatus> statusOrNull, Paging paging) {
        Page<PromiseToPay> page = promises.page(PromiseFilter.of(statusOrNull), paging);
        Map<UUID, List<String>> numbers = numbers(page.nodes());
        return page.map(promise -> PromiseSummary.of(promise, numbers.getOrDefault(promise.uuid(), List.of())));
    }

    private PromiseSummary summary(PromiseToPay promise) {
        return PromiseSummary.of(promise, numbers(List.of(promise)).getOrDefault(promise.uuid(), List.of()));
    }

    private Map<UUID, List<String>> numbers(List<PromiseToPay> all) {
        Map<UUID, List<UUID>> covered =
                promises.receivablesOf(all.stream().map(PromiseToPay::uuid).toList());
        Map<UUID, String> numbers = receivables.numbers(
                covered.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        return covered.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        its -> its.getValue().stream().map(numbers::get).toList()));
    }
}
