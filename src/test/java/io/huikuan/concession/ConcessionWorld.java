package io.huikuan.concession;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.support.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Concessions in tests, by the same use cases as the API. */
@ApplicationScoped
public class ConcessionWorld {

    private final Tenancy tenancy;
    private final ConcessionService service;
    private final ConcessionDecisions decisions;
    private final Concessions concessions;

    ConcessionWorld(
            Tenancy tenancy, ConcessionService service, ConcessionDecisions decisions, Concessions concessions) {
        this.tenancy = tenancy;
        this.service = service;
        this.decisions = decisions;
        this.concessions = concessions;
    }

    /** What a customer asks for. */
    static AskConcession wish(UUID customer) {
        return new AskConcession(
                Uuids.next().toString(),
                NodeId.of(NodeKind.CUSTOMER, customer),
                ConcessionKind.REBATE,
                "Two percent of the year.",
                null,
                null,
                null);
    }

    /** So much to be paid by the day for a rebate. */
    static ConcessionTermWish term(String amount, String payBy) {
        return new ConcessionTermWish(
                ConcessionKind.REBATE, "One percent of the year.", null, cny(amount), LocalDate.parse(payBy));
    }

    static MoneyInput cny(String amount) {
        return new MoneyInput(new Decimal(amount), "CNY");
    }

    /** A concession that was asked for. */
    UUID asked(Actor actor, UUID customer) {
        return done(tenancy.callOutside(actor, () -> service.ask(wish(customer))))
                .uuid();
    }

    /** What becomes of offering these terms. */
    Outcome<Concession> offer(Actor actor, UUID concession, ConcessionTermWish... terms) {
        return tenancy.callOutside(
                actor,
                () -> service.offer(
                        new OfferConcession(null, id(concession), version(actor, concession), List.of(terms))));
    }

    /** What becomes of granting it, on these terms or as offered. */
    Outcome<Concession> grant(Actor actor, UUID concession, ConcessionTermWish... terms) {
        int version = version(actor, concession);
        List<ConcessionTermWish> wishes = terms.length == 0 ? null : List.of(terms);
        return tenancy.callOutside(
                actor, () -> decisions.grant(new GrantConcession(null, id(concession), version, wishes, null)));
    }

    /** A concession that one asked for and another granted on these terms. */
    public UUID granted(Actor asker, Actor granter, UUID customer, String amount, String payBy) {
        UUID concession = asked(asker, customer);
        done(grant(granter, concession, term(amount, payBy)));
        return concession;
    }

    /** What becomes of giving a step of it. */
    Outcome<Concession> fulfil(Actor actor, UUID concession, int step) {
        int version = version(actor, concession);
        return tenancy.callOutside(
                actor, () -> decisions.fulfil(new FulfilConcessionStep(null, id(concession), version, step, "Given.")));
    }

    /** What becomes of withdrawing it. */
    Outcome<Concession> withdraw(Actor actor, UUID concession) {
        int version = version(actor, concession);
        return tenancy.callOutside(
                actor, () -> decisions.withdraw(new EndConcession(null, id(concession), version, "No more.")));
    }

    /** What becomes of declining it. */
    Outcome<Concession> decline(Actor actor, UUID concession) {
        int version = version(actor, concession);
        return tenancy.callOutside(
                actor, () -> decisions.decline(new EndConcession(null, id(concession), version, "No.")));
    }

    /** How it stands. */
    Concession find(Actor actor, UUID concession) {
        return tenancy.call(actor, () -> concessions.find(concession)).orElseThrow();
    }

    private int version(Actor actor, UUID concession) {
        return find(actor, concession).version();
    }

    /** How its steps stand: state, paid and due of each. */
    public String stands(Actor actor, UUID concession) {
        return tenancy
                .call(actor, () -> concessions.stepsOf(List.of(concession)))
                .getOrDefault(concession, List.of())
                .stream()
                .map(step -> step.state() + " " + step.paid().amount().stringValueForSerialization() + "/"
                        + step.due().amount().stringValueForSerialization() + (step.unpaid() ? " unpaid" : ""))
                .collect(Collectors.joining(", "));
    }

    static String id(UUID concession) {
        return NodeId.of(NodeKind.CONCESSION, concession);
    }

    static <T> T done(Outcome<T> outcome) {
        assertThat(outcome.errors()).isEmpty();
        return outcome.valueOrNull();
    }
}
