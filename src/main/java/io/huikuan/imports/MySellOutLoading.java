package io.huikuan.imports;

import io.huikuan.imports.data.StockStaging;
import io.huikuan.imports.domain.Findings;
import io.huikuan.imports.domain.ImportKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Loads what a partner reports of its own stock: as sell-out, of its own customer and no other. */
@ApplicationScoped
class MySellOutLoading implements Loading {

    private final StockStaging stock;
    private final SellOutLoading sellOut;

    MySellOutLoading(StockStaging stock, SellOutLoading sellOut) {
        this.stock = stock;
        this.sellOut = sellOut;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.MY_SELL_OUT;
    }

    @Override
    public Loaded load(Set<String> columns, Findings findings) {
        stock.claim();
        return sellOut.load(columns, findings);
    }
}
