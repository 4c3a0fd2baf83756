package io.huikuan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaGenerator;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Holds the documents that are known by their hash. {@code -Dschema.write=true} writes their manifests anew, as it does the schema. */
class ManifestTest {

    private static final Path SCHEMA = Path.of("graphql-schema", "schema.graphql");
    private static final Path PLAIN = Path.of("graphql-schema", "trusted-documents.json");
    private static final Path APOLLO = Path.of("graphql-schema", "trusted-documents-apollo.json");

    @Test
    void the_manifests_are_made_of_the_documents_that_the_apps_send() throws IOException {
        writeIfAsked(PLAIN, Manifest.plain());
        writeIfAsked(APOLLO, Manifest.ofApollo());

        assertThat(Files.readString(PLAIN)).isEqualTo(Manifest.plain());
        assertThat(Files.readString(APOLLO)).isEqualTo(Manifest.ofApollo());
    }

    @Test
    void what_apollos_clients_send_is_valid_and_lets_each_object_say_what_it_is() throws IOException {
        GraphQLSchema schema = SchemaGenerator.createdMockedSchema(Files.readString(SCHEMA));
        JsonNode operations = new ObjectMapper().readTree(Manifest.ofApollo()).path("operations");

        assertThat(operations.size()).isEqualTo(AppsAtWork.documents().size());
        for (JsonNode operation : operations) {
            String text = operation.path("body").asText();
            assertThat(new Validator().validateDocument(schema, Parser.parse(text), Locale.ENGLISH))
                    .as(text)
                    .isEmpty();
            assertThat(text).contains("__typename");
        }
    }

    private static void writeIfAsked(Path file, String manifest) throws IOException {
        if (Boolean.getBoolean("schema.write")) {
            Files.writeString(file, manifest);
        }
    }
}
