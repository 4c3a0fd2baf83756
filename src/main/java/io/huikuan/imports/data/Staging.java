package io.huikuan.imports.data;

import io.huikuan.imports.domain.Column;
import io.huikuan.imports.domain.Finding;
import io.huikuan.imports.domain.Findings;
import io.huikuan.imports.domain.ImportKind;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.sql.Copy;
import io.huikuan.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The tables of one import's transaction: {@code import_row} holds the file's rows in their canonical columns, {@code import_finding} what was
 * found wrong with them. What the rows mean is resolved into {@code import_resolved}, whose columns differ by kind. Statements on these tables name
 * their columns: the driver keeps prepared statements by their text, and one text must not answer other columns when another kind is loaded.
 */
@ApplicationScoped
public class Staging {

    private final Sql sql;

    Staging(Sql sql) {
        this.sql = sql;
    }

    /** Lays the tables for files of the kind. */
    public void lay(ImportKind kind) {
        sql.plannedForValues();
        sql.temporary(
                "import_row",
                "row_number int not null, "
                        + kind.columns().stream()
                                .map(column -> column.name() + " " + column.sqlType())
                                .collect(Collectors.joining(", "))
                        + ", primary key (row_number)");
        sql.temporary(
                "import_finding",
                "row_number int not null, column_name text, code text not null, message text not null");
    }

    /** Begins to copy the rows of a file; each begins with its number. */
    public Copy copy(ImportKind kind) {
        List<String> columns = new ArrayList<>(List.of("row_number"));
        kind.columns().stream().map(Column::name).forEach(columns::add);
        return sql.copyInto("import_row", columns);
    }

    /** All rows are there. */
    public void copied() {
        sql.analyze("import_row");
    }

    /** The known customers that the rows name. */
    public List<UUID> customers() {
        return sql.of("""
                select distinct c.id from import_row i
                join customer c on c.tenant_id = :tenant and c.code = i.customer_code
                where i.tenant_id = :tenant order by c.id""").list(row -> row.uuid("id"));
    }

    /** Hands over what was found wrong since the tables were laid. */
    public void collect(Findings findings) {
        int[] counts = sql.of("select count(*) as findings, count(distinct row_number) as rows from import_finding"
                        + " where tenant_id = :tenant")
                .one(row -> new int[] {row.integer("findings"), row.integer("rows")});
        if (counts[0] > 0) {
            findings.reject(
                    sql.of("select row_number, column_name, code, message from import_finding where tenant_id = :tenant"
                                    + " order by row_number, column_name limit :most")
                            .bind("most", Findings.MOST)
                            .list(row -> new Finding(
                                    row.integer("row_number"),
                                    row.text("column_name"),
                                    row.constant(ErrorCode.class, "code"),
                                    row.text("message"))),
                    counts[0],
                    counts[1]);
        }
    }
}
