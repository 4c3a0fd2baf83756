package io.huikuan.platform.graphql;

import io.huikuan.platform.config.PositiveLong;
import io.huikuan.platform.config.PositiveNumber;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;

/** How much one GraphQL request may ask for. */
@ConfigMapping(prefix = "huikuan.graphql")
public interface GraphqlConfig {

    /** How many fields a document may nest. */
    @WithDefault("15")
    @WithConverter(PositiveNumber.class)
    int maxDepth();

    /** How much a document may cost, as {@link Demand} reckons it. */
    @WithDefault("20000")
    @WithConverter(PositiveLong.class)
    long maxComplexity();

    /** How many words and signs a document may have. The parser itself refuses more than 15,000. */
    @WithDefault("5000")
    @WithConverter(Tokens.class)
    int maxTokens();

    /** How large the body of a request may be. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** Whether clients may read the schema: by introspection and at {@code /graphql/schema.graphql}. */
    @WithDefault("true")
    boolean introspection();

    /** Whether documents that are not trusted are refused. */
    @WithDefault("false")
    boolean trustedOnly();

    /** Files with further trusted documents, beside those of the service's own apps; manifests of Apollo's format. */
    Optional<List<Path>> trustedManifests();

    /** As many tokens as the parser takes at most. */
    final class Tokens implements Converter<Integer> {

        private static final int MOST = 15_000;

        @Override
        public Integer convert(String text) {
            int tokens = new PositiveNumber().convert(text);
            if (tokens > MOST) {
                throw new IllegalArgumentException("at most " + MOST + ", not " + text);
            }
            return tokens;
        }
    }
}
