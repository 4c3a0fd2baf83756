package io.huikuan.sellthrough;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.sellthrough.data.DeliveryStore;
import io.huikuan.sellthrough.data.SellOutStore;
import io.huikuan.sellthrough.data.SellOutStore.ReportKey;
import io.huikuan.sellthrough.data.SellOutStore.ReportVersion;
import io.huikuan.sellthrough.domain.StockReport.Counted;
import io.huikuan.sellthrough.domain.StockReport.Observation;
import io.huikuan.sellthrough.domain.StockReport.Sold;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes facts, many at once, and tells of each what became of it. They are checked before, and their customers are locked. */
@ApplicationScoped
class StockBook {

    private final DeliveryStore deliveries;
    private final SellOutStore reports;
    private final BusinessDates dates;

    StockBook(DeliveryStore deliveries, SellOutStore reports, BusinessDates dates) {
        this.deliveries = deliveries;
        this.reports = reports;
        this.dates = dates;
    }

    private record Goods(String sku, Decimal quantity, Money unitPrice) {}

    /** Numbers that are free are taken; the others are compared with what is there. */
    List<Booked> deliveries(List<NewDelivery> wanted) {
        Map<String, NewDelivery> firstOfNumber = new LinkedHashMap<>();
        wanted.forEach(delivery -> firstOfNumber.putIfAbsent(delivery.number(), delivery));
        Set<String> taken = deliveries.insert(firstOfNumber.values());
        Map<String, DeliveryStore.Known> known = known(wanted, taken);
        Set<String> seen = new HashSet<>();
        List<Booked> booked = new ArrayList<>();
        for (NewDelivery delivery : wanted) {
            boolean created = seen.add(delivery.number()) && taken.contains(delivery.number());
            booked.add(created ? Booked.CREATED : again(delivery, known.get(delivery.number())));
        }
        return booked;
    }

    /** What is there under the numbers that were not free, and under those that occur twice. */
    private Map<String, DeliveryStore.Known> known(List<NewDelivery> wanted, Set<String> taken) {
        Set<String> seen = new HashSet<>();
        List<String> numbers = wanted.stream()
                .map(NewDelivery::number)
                .filter(number -> !seen.add(number) || !taken.contains(number))
                .toList();
        return numbers.isEmpty() ? Map.of() : deliveries.withNumbers(numbers);
    }

    private Booked again(NewDelivery delivery, DeliveryStore.Known known) {
        NewDelivery before = known.delivery();
        boolean same = before.customerId().equals(delivery.customerId())
                && before.deliveredOn().equals(delivery.deliveredOn())
                && goods(before).equals(goods(delivery));
        if (!same) {
            return Booked.CHANGED;
        }
        Map<String, String> names = names(delivery);
        names.entrySet().removeAll(names(before).entrySet());
        if (names.isEmpty()) {
            return Booked.UNCHANGED;
        }
        deliveries.rename(known.id(), names);
        return Booked.UPDATED;
    }

    private static Map<Goods, Long> goods(NewDelivery delivery) {
        return delivery.lines().stream()
                .map(line -> new Goods(line.sku(), line.quantity(), line.unitPrice()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static Map<String, String> names(NewDelivery delivery) {
        Map<String, String> names = new LinkedHashMap<>();
        delivery.lines().forEach(line -> line.name().ifPresent(name -> names.put(line.sku(), name)));
        return names;
    }

    /** Each report has one line here; of several for one key the last one counts. */
    List<Booked> reports(List<NewSellOut> wanted) {
        Map<ReportKey, Observation> wishes = new LinkedHashMap<>();
        wanted.forEach(
                report -> wishes.put(key(report), observation(report.lines().get(0))));
        Map<ReportKey, ReportVersion> known = reports.current(wishes.keySet());
        Map<ReportKey, Booked> booked = new LinkedHashMap<>();
        wishes.forEach((key, wish) -> booked.put(key, outcome(wish, known.get(key))));
        write(wishes, known, booked);
        return wanted.stream().map(report -> booked.get(key(report))).toList();
    }

    private void write(
            Map<ReportKey, Observation> wishes, Map<ReportKey, ReportVersion> known, Map<ReportKey, Booked> booked) {
        Instant now = dates.now();
        Map<ReportKey, ReportVersion> versions = new LinkedHashMap<>();
        wishes.forEach((key, wish) -> {
            if (booked.get(key).isNews()) {
                Instant place = known.containsKey(key) ? known.get(key).firstRecordedAt() : now;
                versions.put(key, new ReportVersion(wish, place));
            }
        });
        List<ReportKey> replaced =
                versions.keySet().stream().filter(known::containsKey).toList();
        if (!replaced.isEmpty()) {
            reports.retire(replaced);
        }
        if (!versions.isEmpty()) {
            reports.insert(versions);
        }
    }

    private static Booked outcome(Observation wish, ReportVersion known) {
        if (known == null) {
            return Booked.CREATED;
        }
        return known.observation().equals(wish) ? Booked.UNCHANGED : Booked.UPDATED;
    }

    private static ReportKey key(NewSellOut report) {
        return new ReportKey(report.customerId(), report.lines().get(0).sku(), report.reportedOn());
    }

    private static Observation observation(NewSellOut.Line line) {
        return line.sold()
                .<Observation>map(Sold::new)
                .orElseGet(() -> new Counted(line.onHand().orElseThrow()));
    }
}
