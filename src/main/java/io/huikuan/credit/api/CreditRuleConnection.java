package io.huikuan.credit.api;

import io.huikuan.credit.CreditRuleSetting;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of what was said of rules, the newest first. */
@DefaultNonNull
@Description("A page of what was said of rules, the newest first.")
public record CreditRuleConnection(
        @Description("The rows of this page.") List<@NonNull CreditRuleSetting> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static CreditRuleConnection of(Page<CreditRuleSetting> page) {
        return new CreditRuleConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
