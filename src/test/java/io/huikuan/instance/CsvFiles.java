package io.huikuan.instance;

import java.time.LocalDate;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files to load. */
final class CsvFiles {

    /** What each receivable is about, in the tenant's currency, which is CNY. */
    static final int AMOUNT = 10;

    private CsvFiles() {}

    /** So many customers, {@code C0} and on; every second one has an owner. */
    static String customers(int count) {
        return "code,name,owner_email\n"
                + rows(count, i -> "C" + i + ",Customer " + i + "," + (i % 2 == 0 ? "rep@example.com" : ""));
    }

    /** So many receivables that fall due on the day, {@code series-0} and on, of so many customers in turn. */
    static String receivables(String series, int count, int customers, LocalDate due) {
        return "number,customer_code,issue_date,due_date,amount,currency\n"
                + rows(
                        count,
                        i -> series + "-" + i + ",C" + i % customers + "," + due.minusDays(30) + "," + due + ","
                                + AMOUNT + ".00,CNY");
    }

    private static String rows(int count, IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n", "", "\n"));
    }
}
