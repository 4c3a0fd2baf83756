package io.huikuan.letter.api;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.PageInfo;
import io.huikuan.letter.Letter;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of letters. */
@DefaultNonNull
@Description("A page of letters.")
public record LetterConnection(
        @Description("The rows of this page.") List<@NonNull Letter> nodes,
        @Description("Where the page ends.") PageInfo pageInfo,
        @Description("How many there are on all pages.") int totalCount) {

    static LetterConnection of(Page<Letter> page) {
        return new LetterConnection(page.nodes(), page.pageInfo(), page.totalCount());
    }
}
