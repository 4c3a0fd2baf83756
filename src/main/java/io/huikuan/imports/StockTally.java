package io.huikuan.imports;

import io.huikuan.imports.Loading.Loaded;
import io.huikuan.imports.domain.Finding;
import io.huikuan.imports.domain.Findings;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.UserError;
import io.huikuan.sellthrough.Booked;
import java.util.List;

/** Counts rows by what became of the deliveries or reports that they belong to. */
final class StockTally {

    private final Findings findings;
    private int created;
    private int updated;
    private int unchanged;

    /** Rows that are unchanged from the start: those that only repeat others. */
    StockTally(Findings findings, int unchanged) {
        this.findings = findings;
        this.unchanged = unchanged;
    }

    /** Counts the rows of one delivery or report, the first of which is given. */
    void count(Booked booked, int firstRow, int rows) {
        switch (booked) {
            case CREATED -> created += rows;
            case UPDATED -> updated += rows;
            case UNCHANGED -> unchanged += rows;
            case CHANGED ->
                findings.reject(
                        List.of(new Finding(
                                firstRow,
                                "number",
                                ErrorCode.CHANGED,
                                "It differs from what is known of this number.")),
                        1,
                        rows);
        }
    }

    /** Adds what is wrong with a delivery or report; {@code column} is the canonical column for each path. */
    void reject(int firstRow, int rows, List<UserError> errors) {
        findings.reject(
                errors.stream()
                        .map(error -> new Finding(firstRow, column(error), error.meaning(), error.message()))
                        .toList(),
                errors.size(),
                rows);
    }

    private static String column(UserError error) {
        String last =
                error.field().isEmpty() ? "" : error.field().get(error.field().size() - 1);
        return switch (last) {
            case "deliveredOn" -> "delivered_on";
            case "reportedOn" -> "reported_on";
            case "onHand" -> "on_hand";
            case "name" -> "product_name";
            case "amount" -> "unit_price";
            case "number", "sku", "quantity", "currency", "sold" -> last;
            default -> null;
        };
    }

    Loaded loaded() {
        return new Loaded(created, updated, unchanged);
    }
}
