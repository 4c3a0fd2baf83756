package io.huikuan.kernel.numbering;

import io.huikuan.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;

/**
 * Gives documents their numbers: one after the other within a tenant and series, without gaps, since a number commits together with its
 * document. Whoever takes a number holds its series until the transaction ends: take it late, after every check.
 */
@ApplicationScoped
public class NumberSeries {

    private final Sql sql;

    NumberSeries(Sql sql) {
        this.sql = sql;
    }

    /** The next number, for example {@code PP-000123} of the series {@code PP}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String next(String series) {
        long number = sql.of("""
                insert into number_series as s (tenant_id, series, last) values (:tenant, :series, 1)
                on conflict (tenant_id, series) do update set last = s.last + 1
                returning last""").bind("series", series).one(row -> row.longInteger("last"));
        return String.format(Locale.ROOT, "%s-%06d", series, number);
    }
}
