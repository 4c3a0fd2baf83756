package io.huikuan.promise;

import io.smallrye.graphql.api.DefaultNonNull;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** How the promises were kept that one person agreed, in one currency. */
@DefaultNonNull
@Description("How the promises were kept that one person agreed, in one currency.")
public record RepPromiseRate(
        @Description("The figures, with their denominators.")
        PromiseRate rate,

        @Ignore UUID agreer) {}
