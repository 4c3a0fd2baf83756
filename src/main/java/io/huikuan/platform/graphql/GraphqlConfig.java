package io.huikuan.platform.graphql;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;

/** How much one GraphQL request may ask for. */
@ConfigMapping(prefix = "huikuan.graphql")
public interface GraphqlConfig {

    /** How many fields a document may nest. */
    @WithDefault("15")
    @Positive
    int maxDepth();

    /** How much a document may cost, as {@link Demand} reckons it. */
    @WithDefault("20000")
    @Positive
    long maxComplexity();

    /** How many words and signs a document may have. The parser itself refuses more than 15,000. */
    @WithDefault("5000")
    @Positive
    @Max(15_000)
    int maxTokens();

    /** How large the body of a request may be. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** Whether clients may read the schema: by introspection and at {@code /graphql/schema.graphql}. */
    @WithDefault("true")
    boolean introspection();
}
