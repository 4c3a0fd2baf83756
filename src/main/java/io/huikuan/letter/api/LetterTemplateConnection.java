package io.huikuan.letter.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.letter.LetterTemplate;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of versions of a text, the newest first. */
@DefaultNonNull
@Description("A page of versions of a text, the newest first.")
public record LetterTemplateConnection(
        @Description("The rows of this page.") List<@NonNull LetterTemplate> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static LetterTemplateConnection of(Page<LetterTemplate> page) {
        return new LetterTemplateConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
