package io.huikuan.imports;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.imports.data.Staging;
import io.huikuan.imports.data.StockStaging;
import io.huikuan.imports.data.StockStaging.ReportLine;
import io.huikuan.imports.domain.Findings;
import io.huikuan.imports.domain.ImportKind;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.sellthrough.Booked;
import io.huikuan.sellthrough.NewSellOut;
import io.huikuan.sellthrough.SellThroughImport;
import io.huikuan.sellthrough.domain.StockChecks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Loads sell-out reports by customer, product and day; other content replaces what was reported before (rule 18). */
@ApplicationScoped
class SellOutLoading implements Loading {

    private final Staging staging;
    private final StockStaging stock;
    private final CustomerLocks locks;
    private final SellThroughImport intake;
    private final ImportConfig config;

    SellOutLoading(
            Staging staging, StockStaging stock, CustomerLocks locks, SellThroughImport intake, ImportConfig config) {
        this.staging = staging;
        this.stock = stock;
        this.locks = locks;
        this.intake = intake;
        this.config = config;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.SELL_OUT;
    }

    @Override
    public Loaded load(Set<String> columns, Findings findings) {
        locks.lockAll(staging.customers());
        stock.resolveReports();
        staging.collect(findings);
        StockTally tally = new StockTally(findings, stock.repeats());
        if (!findings.any()) {
            StockChecks checks = intake.checks();
            new Chunks(config.chunk())
                    .each(stock::reportsAfter, ReportLine::place, lines -> book(lines, checks, tally));
        }
        return tally.loaded();
    }

    private void book(List<ReportLine> lines, StockChecks checks, StockTally tally) {
        List<NewSellOut> reports = new ArrayList<>();
        List<ReportLine> rows = new ArrayList<>();
        for (ReportLine line : lines) {
            NewSellOut report = new NewSellOut(
                    line.customer(),
                    line.reportedOn(),
                    List.of(new NewSellOut.Line(
                            line.sku(),
                            Optional.ofNullable(line.sold()).map(Decimal::of),
                            Optional.ofNullable(line.onHand()).map(Decimal::of))));
            List<UserError> errors = checks.of(report);
            if (errors.isEmpty()) {
                reports.add(report);
                rows.add(line);
            } else {
                tally.reject(line.row(), 1, errors);
            }
        }
        List<Booked> booked = intake.reports(reports);
        for (int i = 0; i < booked.size(); i++) {
            tally.count(booked.get(i), rows.get(i).row(), 1);
        }
    }
}
