package io.huikuan.customer.data;

import io.huikuan.customer.CustomerFilter;
import io.huikuan.kernel.sql.Statement;

/**
 * The WHERE of a list of customers, their table aliased c.
 *
 * @param visible the condition under which the actor sees a row
 */
record CustomerConditions(String visible, CustomerFilter filter) {

    String sql() {
        return "c.tenant_id = :tenant and " + visible
                + (filter.search().isPresent()
                        ? " and (c.code ilike :search or c.name ilike :search or c.legal_name ilike :search)"
                        : "")
                + (filter.owner().isPresent() ? " and c.owner_id = :owner" : "")
                + (filter.region().isPresent() ? " and c.region = :region" : "")
                + (filter.status().isEmpty() ? "" : " and " + CustomerRow.STATUS + " = any(:status)")
                + (filter.grade().isEmpty() ? "" : " and c.grade = any(:grade)")
                + (filter.overdueOnly()
                        ? " and exists (select from open_share(:tenant, :today, 'SCHEDULE') o where o.customer_id = c.id and o.due_date < :today)"
                        : "");
    }

    /** Whether they leave out nobody: who sees all customers asks for all of them. */
    boolean none() {
        return "true".equals(visible) && CustomerFilter.ALL.equals(filter);
    }

    void bind(Statement statement) {
        statement
                .bind("search", "%" + escaped(filter.search().orElse("")) + "%")
                .bind("owner", filter.owner().orElse(null))
                .bind("region", filter.region().orElse(null))
                .names("status", filter.status())
                .names("grade", filter.grade());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
