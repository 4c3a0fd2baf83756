package io.huikuan.escalation.data;

import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads the tables of a dossier, of a customer whom the actor is known to see. */
@ApplicationScoped
public class DossierReads {

    private final Sql sql;
    private final BusinessDates dates;

    DossierReads(Sql sql, BusinessDates dates) {
        this.sql = sql;
        this.dates = dates;
    }

    /** The rows of the table, each text in the order of its columns; what is not there is empty. */
    public List<List<String>> rows(DossierSheet sheet, UUID customer) {
        return sql.of(sheet.sql())
                .bind("customer", customer)
                .bind("today", dates.today())
                .list(row -> cells(row, sheet.columns()));
    }

    private static List<String> cells(Row row, List<String> columns) {
        return columns.stream()
                .map(row::text)
                .map(text -> text == null ? "" : text)
                .toList();
    }
}
