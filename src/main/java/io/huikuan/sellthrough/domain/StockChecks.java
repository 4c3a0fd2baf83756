package io.huikuan.sellthrough.domain;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.money.Currencies;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.sellthrough.NewDelivery;
import io.huikuan.sellthrough.NewSellOut;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a delivery or a report must be like before it is recorded, whichever way it comes in. The errors name the fields of the inputs:
 * {@code number}, {@code deliveredOn}, {@code reportedOn}, {@code lines.0.sku}. A report that is only impossible beside others is no error here.
 *
 * @param businessDate nothing is dated after it
 * @param baseCurrency the currency of all prices
 */
public record StockChecks(LocalDate businessDate, String baseCurrency) {

    /** The most lines that one delivery or report may have. */
    public static final int MOST_LINES = 1000;

    /** The most characters of a number, a product's code or its name. */
    public static final int LONGEST = 200;

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** What is wrong with the delivery; nothing when it may be recorded. */
    public List<UserError> of(NewDelivery delivery) {
        Refusals refusals = new Refusals();
        refusals.required("number", delivery.number(), LONGEST);
        date(delivery.deliveredOn(), "deliveredOn", refusals);
        if (isSized(delivery.lines(), refusals)) {
            for (int i = 0; i < delivery.lines().size(); i++) {
                check(delivery.lines().get(i), "lines." + i, refusals);
            }
        }
        return refusals.errors();
    }

    private void check(NewDelivery.Line line, String path, Refusals refusals) {
        refusals.required(path + ".sku", line.sku(), LONGEST);
        line.name().ifPresent(name -> refusals.optional(path + ".name", name, LONGEST));
        refusals.unless(
                line.quantity().signum() != 0,
                ErrorCode.INVALID_VALUE,
                path + ".quantity",
                "A quantity is above zero, or below it for a return.");
        price(line.unitPrice(), path + ".unitPrice", refusals);
    }

    /** What is wrong with the report; nothing when it may be recorded. */
    public List<UserError> of(NewSellOut report) {
        Refusals refusals = new Refusals();
        date(report.reportedOn(), "reportedOn", refusals);
        if (isSized(report.lines(), refusals)) {
            Set<String> skus = new HashSet<>();
            for (int i = 0; i < report.lines().size(); i++) {
                NewSellOut.Line line = report.lines().get(i);
                String path = "lines." + i;
                check(line, path, refusals);
                refusals.unless(
                        skus.add(line.sku()), ErrorCode.INVALID_VALUE, path + ".sku", "A report names a product once.");
            }
        }
        return refusals.errors();
    }

    private static void check(NewSellOut.Line line, String path, Refusals refusals) {
        refusals.required(path + ".sku", line.sku(), LONGEST);
        refusals.unless(
                line.sold().isPresent() != line.onHand().isPresent(),
                ErrorCode.EXACTLY_ONE,
                path,
                "Give either the units sold or the units on hand.");
        units(line.sold(), path + ".sold", refusals);
        units(line.onHand(), path + ".onHand", refusals);
    }

    private static void units(Optional<Decimal> units, String path, Refusals refusals) {
        refusals.unless(
                units.filter(number -> number.signum() < 0).isEmpty(),
                ErrorCode.INVALID_VALUE,
                path,
                "Units are zero or more.");
    }

    private void date(LocalDate date, String path, Refusals refusals) {
        refusals.unless(
                !date.isAfter(businessDate),
                ErrorCode.DATE_IN_FUTURE,
                path,
                "The date is after the business date " + businessDate + ".");
        refusals.unless(
                !date.isBefore(EARLIEST), ErrorCode.INVALID_VALUE, path, "The date is before " + EARLIEST + ".");
    }

    private static boolean isSized(List<?> lines, Refusals refusals) {
        boolean sized = !lines.isEmpty() && lines.size() <= MOST_LINES;
        refusals.unless(sized, ErrorCode.INVALID_VALUE, "lines", "There are 1 to " + MOST_LINES + " lines.");
        return sized;
    }

    private void price(Money price, String path, Refusals refusals) {
        if (!refusals.isCurrency(path + ".currency", price.currency())) {
            return;
        }
        refusals.unless(
                price.currency().equals(baseCurrency),
                ErrorCode.CURRENCY_MISMATCH,
                path + ".currency",
                "Stock is valued in the base currency " + baseCurrency + ".");
        refusals.unless(
                price.amount().signum() >= 0,
                ErrorCode.INVALID_VALUE,
                path + ".amount",
                "The amount must not be below zero.");
        refusals.unless(
                price.fitsMinorUnits(),
                ErrorCode.TOO_MANY_DECIMALS,
                path + ".amount",
                "This currency has " + Currencies.minorUnitsOf(price.currency()) + " digits after the point.");
    }
}
