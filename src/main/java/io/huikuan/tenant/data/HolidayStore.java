package io.huikuan.tenant.data;

import io.huikuan.kernel.sql.Columns;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.tenant.Holiday;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The days of the current tenant's calendar. */
@ApplicationScoped
public class HolidayStore {

    private final Sql sql;

    HolidayStore(Sql sql) {
        this.sql = sql;
    }

    /** All days of all years, in order. */
    public List<Holiday> all() {
        return sql.of("select day, name, workday from holiday where tenant_id = :tenant order by day")
                .list(HolidayStore::holiday);
    }

    /** The days of these years, in order. */
    public Map<Integer, List<Holiday>> ofYears(Set<Integer> years) {
        return sql.of("""
                select day, name, workday from holiday
                where tenant_id = :tenant and extract(year from day)::int = any(:years) order by day""").integers("years", years).group(row -> row.date("day").getYear(), HolidayStore::holiday);
    }

    private static Holiday holiday(Row row) {
        return new Holiday(row.date("day"), row.text("name"), row.flag("workday"));
    }

    /** Puts these days in the place of all that the year had. */
    public void replace(int year, List<Holiday> holidays) {
        sql.of("delete from holiday where tenant_id = :tenant and day between :from and :to")
                .bind("from", LocalDate.of(year, 1, 1))
                .bind("to", LocalDate.of(year, 12, 31))
                .update();
        sql.of("""
                insert into holiday (tenant_id, day, name, workday)
                select :tenant, day, name, workday
                from unnest(:days, :names, :workdays) as given (day, name, workday)""")
                .dates("days", Columns.of(holidays, Holiday::date))
                .texts("names", Columns.of(holidays, Holiday::name))
                .flags("workdays", Columns.of(holidays, Holiday::workday))
                .update();
    }
}
