package io.huikuan.imports;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.imports.data.Staging;
import io.huikuan.imports.data.StockStaging;
import io.huikuan.imports.data.StockStaging.DeliveryLine;
import io.huikuan.imports.domain.Findings;
import io.huikuan.imports.domain.ImportKind;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.sellthrough.Booked;
import io.huikuan.sellthrough.NewDelivery;
import io.huikuan.sellthrough.SellThroughImport;
import io.huikuan.sellthrough.domain.StockChecks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Loads deliveries by their numbers: the rows of one number are the lines of one delivery. */
@ApplicationScoped
class DeliveriesLoading implements Loading {

    private static final int MOST = 1000;

    private final Staging staging;
    private final StockStaging stock;
    private final CustomerLocks locks;
    private final SellThroughImport intake;

    DeliveriesLoading(Staging staging, StockStaging stock, CustomerLocks locks, SellThroughImport intake) {
        this.staging = staging;
        this.stock = stock;
        this.locks = locks;
        this.intake = intake;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.DELIVERIES;
    }

    @Override
    public Loaded load(Set<String> columns, Findings findings) {
        locks.lockAll(staging.customers());
        stock.resolveDeliveries();
        staging.collect(findings);
        StockTally tally = new StockTally(findings, 0);
        if (!findings.any()) {
            StockChecks checks = intake.checks();
            int places = stock.places();
            for (int place = 0; place < places; place += MOST) {
                book(stock.deliveriesAfter(place, MOST), checks, tally);
            }
        }
        return tally.loaded();
    }

    private void book(List<DeliveryLine> lines, StockChecks checks, StockTally tally) {
        Map<Integer, List<DeliveryLine>> byDelivery = new LinkedHashMap<>();
        lines.forEach(line -> byDelivery
                .computeIfAbsent(line.place(), any -> new ArrayList<>())
                .add(line));
        List<NewDelivery> deliveries = new ArrayList<>();
        List<List<DeliveryLine>> rows = new ArrayList<>();
        for (List<DeliveryLine> ofDelivery : byDelivery.values()) {
            NewDelivery delivery = delivery(ofDelivery);
            List<UserError> errors = checks.of(delivery);
            if (errors.isEmpty()) {
                deliveries.add(delivery);
                rows.add(ofDelivery);
            } else {
                tally.reject(ofDelivery.get(0).row(), ofDelivery.size(), errors);
            }
        }
        List<Booked> booked = intake.deliveries(deliveries);
        for (int i = 0; i < booked.size(); i++) {
            tally.count(booked.get(i), rows.get(i).get(0).row(), rows.get(i).size());
        }
    }

    private static NewDelivery delivery(List<DeliveryLine> lines) {
        DeliveryLine first = lines.get(0);
        return new NewDelivery(
                first.customer(),
                first.number(),
                first.deliveredOn(),
                lines.stream()
                        .map(line -> new NewDelivery.Line(
                                line.sku(),
                                Optional.ofNullable(line.productName()),
                                Decimal.of(line.quantity()),
                                Money.of(line.unitPrice(), line.currency())))
                        .toList());
    }
}
