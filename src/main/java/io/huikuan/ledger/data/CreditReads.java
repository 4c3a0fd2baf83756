package io.huikuan.ledger.data;

import io.huikuan.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;

/** Reads how much of documents is credited. */
@ApplicationScoped
public class CreditReads {

    private final Sql sql;

    CreditReads(Sql sql) {
        this.sql = sql;
    }

    /** The sum of the credit notes on the document. */
    public BigDecimal creditedOf(UUID receivable) {
        return sql.of("""
                select coalesce(sum(n.amount), 0) as credited from receivable n
                where n.tenant_id = :tenant and n.credits_id = :receivable""").bind("receivable", receivable).one(row -> row.number("credited"));
    }
}
