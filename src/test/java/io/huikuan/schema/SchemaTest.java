package io.huikuan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.diff.DiffCategory;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Holds the schema. {@code -Dschema.write=true} writes the running one to {@code graphql-schema/schema.graphql}, and
 * {@code -Dschema.publish=true} makes it the one that clients rely on from now on.
 */
@QuarkusTest
class SchemaTest {

    private static final Path CURRENT = Path.of("graphql-schema", "schema.graphql");
    private static final Path PUBLISHED = Path.of("graphql-schema", "published.graphql");

    @Inject
    GraphQLSchema schema;

    @Test
    void the_schema_in_the_repository_is_the_one_that_runs() throws IOException {
        String running = RunningSchema.print(schema);
        writeIfAsked("schema.write", CURRENT, running);
        writeIfAsked("schema.publish", PUBLISHED, running);

        assertThat(running).isEqualTo(Files.readString(CURRENT));
    }

    @Test
    void nothing_that_was_published_breaks_unless_it_was_deprecated_first() throws IOException {
        assertThat(breakages(Files.readString(PUBLISHED), RunningSchema.print(schema)))
                .isEmpty();
    }

    @Test
    void everything_is_described() {
        assertThat(Undescribed.in(schema)).isEmpty();
    }

    @Test
    void removing_a_field_is_a_breakage_unless_it_was_deprecated() {
        String plain = "type Query { a: Int b: Int }";
        String deprecated = "type Query { a: Int b: Int @deprecated(reason: \"a, from 2027\") }";
        String without = "type Query { a: Int }";

        assertThat(breakages(plain, without)).hasSize(1);
        assertThat(breakages(deprecated, without)).isEmpty();
        assertThat(breakages(without, plain)).isEmpty();
    }

    @Test
    void a_stricter_input_and_a_looser_output_are_breakages() {
        String before = "type Query { a(x: Int): Int! }";

        assertThat(breakages(before, "type Query { a(x: Int!): Int! }")).hasSize(1);
        assertThat(breakages(before, "type Query { a(x: Int): Int }")).hasSize(1);
    }

    private static List<String> breakages(String before, String after) {
        CapturingReporter reporter = new CapturingReporter();
        new SchemaDiff().diffSchema(diffSet(before, after), reporter);
        return reporter.getBreakages().stream()
                .filter(event -> event.getCategory() != DiffCategory.DEPRECATION_REMOVED)
                .map(DiffEvent::getReasonMsg)
                .toList();
    }

    /** The schema is longer than what a client may send, which is the limit unless another one is said. */
    private static SchemaDiffSet diffSet(String before, String after) {
        ParserOptions ofClients = ParserOptions.getDefaultParserOptions();
        ParserOptions.setDefaultParserOptions(ParserOptions.getDefaultSdlParserOptions());
        try {
            return SchemaDiffSet.diffSetFromSdl(before, after);
        } finally {
            ParserOptions.setDefaultParserOptions(ofClients);
        }
    }

    private static void writeIfAsked(String property, Path file, String schema) throws IOException {
        if (Boolean.getBoolean(property)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, schema);
        }
    }
}
