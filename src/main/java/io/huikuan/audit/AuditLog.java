package io.huikuan.audit;

import io.huikuan.audit.data.AuditStore;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Reads the current tenant's audit log. */
@ApplicationScoped
public class AuditLog {

    private final AuditStore store;

    AuditLog(AuditStore store) {
        this.store = store;
    }

    /** Lines, the latest first. What was taken down within the last seconds may not be there yet. */
    @Transactional
    public Page<AuditEvent> page(AuditFilter filter, Paging paging) {
        return store.page(filter, paging);
    }
}
