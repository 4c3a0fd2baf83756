package io.huikuan.payment;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.ledger.Installment;
import io.huikuan.ledger.Installments;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.Receivables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Turns what a payer names into receivables and installments of that customer, in that currency. */
@ApplicationScoped
class NamedTargets {

    private static final int MOST = 500;

    private final Receivables receivables;
    private final Installments installments;

    NamedTargets(Receivables receivables, Installments installments) {
        this.receivables = receivables;
        this.installments = installments;
    }

    private record Owed(UUID customer, String currency) {}

    /** The named rows; what is wrong with one is refused under {@code allocations.<index>}. */
    List<NewPayment.Named> resolve(
            Refusals refusals, List<AllocationLine> linesOrNull, UUID customer, String currency) {
        List<AllocationLine> lines = linesOrNull == null ? List.of() : linesOrNull;
        if (lines.size() > MOST) {
            refusals.add(ErrorCode.INVALID_VALUE, "allocations", "At most " + MOST + " rows.");
            return List.of();
        }
        return lines.isEmpty() ? List.of() : resolved(refusals, lines, customer, currency);
    }

    private List<NewPayment.Named> resolved(
            Refusals refusals, List<AllocationLine> lines, UUID customer, String currency) {
        Map<UUID, Receivable> named =
                receivables.byIds(uuids(lines, AllocationLine::receivableId, NodeKind.RECEIVABLE));
        Map<UUID, Installment> namedRows =
                installments.byIds(uuids(lines, AllocationLine::installmentId, NodeKind.INSTALLMENT));
        List<NewPayment.Named> targets = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            AllocationLine line = lines.get(i);
            String path = "allocations." + i;
            if ((line.receivableId() == null) == (line.installmentId() == null)) {
                refusals.add(ErrorCode.EXACTLY_ONE, path, "Name exactly one of receivable and installment.");
                continue;
            }
            UUID receivable =
                    NodeId.uuid(NodeKind.RECEIVABLE, line.receivableId()).orElse(null);
            UUID installment =
                    NodeId.uuid(NodeKind.INSTALLMENT, line.installmentId()).orElse(null);
            Optional<Owed> owed = line.receivableId() != null
                    ? Optional.ofNullable(named.get(receivable))
                            .map(r -> new Owed(r.customer(), r.amount().currency()))
                    : Optional.ofNullable(namedRows.get(installment))
                            .map(r -> new Owed(r.customer(), r.amount().currency()));
            check(refusals, path, line, owed.filter(debt -> debt.customer().equals(customer)), currency);
            targets.add(new NewPayment.Named(
                    receivable,
                    installment,
                    line.amount() == null ? null : line.amount().value()));
        }
        return targets;
    }

    /** The receivable with this id; empty when there is none that can be seen. */
    Optional<UUID> receivable(String id) {
        return NodeId.uuid(NodeKind.RECEIVABLE, id)
                .filter(uuid -> receivables.byId(uuid).isPresent());
    }

    private static void check(
            Refusals refusals, String path, AllocationLine line, Optional<Owed> owed, String currency) {
        if (line.amount() != null) {
            checkAmount(refusals, path + ".amount", line.amount(), currency);
        }
        String field = path + (line.receivableId() != null ? ".receivableId" : ".installmentId");
        if (owed.isEmpty()) {
            refusals.add(ErrorCode.NOT_FOUND, field, "The customer has no such debt.");
        } else {
            refusals.unless(
                    owed.get().currency().equals(currency),
                    ErrorCode.CURRENCY_MISMATCH,
                    field,
                    "It is in " + owed.get().currency() + ".");
        }
    }

    private static void checkAmount(Refusals refusals, String path, Decimal amount, String currency) {
        refusals.unless(
                amount.signum() > 0, ErrorCode.AMOUNT_NOT_POSITIVE, path, "The amount must be greater than zero.");
        refusals.unless(
                Money.of(amount.value(), currency).fitsMinorUnits(),
                ErrorCode.TOO_MANY_DECIMALS,
                path,
                "The amount has more digits after the point than " + currency + ".");
    }

    private static List<UUID> uuids(List<AllocationLine> lines, Function<AllocationLine, String> id, NodeKind kind) {
        return lines.stream()
                .map(id)
                .filter(Objects::nonNull)
                .flatMap(text -> NodeId.uuid(kind, text).stream())
                .distinct()
                .toList();
    }
}
