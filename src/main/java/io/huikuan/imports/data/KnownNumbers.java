package io.huikuan.imports.data;

import io.huikuan.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What staged rows of documents and payments have in common: their numbers, by which they are known, and references that may change. */
@ApplicationScoped
public class KnownNumbers {

    /** For {@code import_resolved}: what became of a row, the one before it with the same number told by {@link #WINDOWS}. */
    static final String VERDICT = """
            case when n.fault is not null then 'REJECTED'
                when n.nth = 1 and n.known_id is null then 'CREATED'
                when :references and n.reference is distinct from n.reference_before then 'UPDATED'
                else 'UNCHANGED' end""";

    /** What {@link #VERDICT} asks of a row {@code i} and of what is known of its number, {@code k}. */
    static final String OF_NUMBER = """
            k.id as known_id, i.reference, k.reference as known_reference,
                row_number() over by_number as nth,
                lead(i.row_number) over by_number is null as last,
                last_value(i.reference) over all_of_number as last_reference,
                case when row_number() over by_number = 1 then k.reference else lag(i.reference) over by_number end
                    as reference_before""";

    /** The rows of one number, those up to a row and all. */
    static final String WINDOWS = """
            window by_number as (partition by i.number order by i.row_number),
                all_of_number as (partition by i.number order by i.row_number
                    rows between unbounded preceding and unbounded following)""";

    private final Sql sql;

    KnownNumbers(Sql sql) {
        this.sql = sql;
    }

    /** A known one that gets another reference, which may be null. */
    public record NewReference(int row, UUID known, String reference) {}

    /** The next known ones after a row whose reference the file says anew. */
    public List<NewReference> after(int row, int most) {
        return sql.of("""
                select r.row_number, r.known_id, r.reference from import_resolved r
                where r.tenant_id = :tenant and r.last and r.known_id is not null and r.row_number > :row
                    and r.reference is distinct from r.known_reference
                order by r.row_number limit :most""")
                .bind("row", row)
                .bind("most", most)
                .list(found ->
                        new NewReference(found.integer("row_number"), found.uuid("known_id"), found.text("reference")));
    }

    /** A statement that resolves rows by their numbers, with the parts that are the same for all of them. */
    static String filled(String statement) {
        return statement
                .replace("/* verdict */", VERDICT)
                .replace("/* of number */", OF_NUMBER)
                .replace("/* windows */", WINDOWS);
    }
}
