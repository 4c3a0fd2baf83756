package io.huikuan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import io.huikuan.platform.demo.DemoTenant;
import io.huikuan.platform.demo.DemoTokens;
import io.huikuan.platform.security.TokenAuthenticator;
import io.huikuan.support.DeadLetters;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents that the apps send run against the demo tenant as the people who send them, and cost as many statements as they may. */
@QuarkusTest
class OperationsTest {

    private static final Path REPORT = Path.of("target/statements-per-operation.md");

    @Inject
    DemoTenant tenant;

    @Inject
    DemoTokens tokens;

    @Inject
    GraphQLSchema schema;

    @Inject
    TokenAuthenticator people;

    @Inject
    DeadLetters deadLetters;

    private AppsAtWork apps;

    @BeforeEach
    void enter_the_demo_tenant() {
        apps = new AppsAtWork(tenant, tokens);
    }

    @Test
    void every_document_does_what_it_is_for() throws IOException {
        apps.doEverything(() -> deadLetters.one(people.actor(apps.token("admin"))));

        assertThat(apps.answered()).isEqualTo(AppsAtWork.documents());
        StringBuilder report = new StringBuilder("| operation | statements |\n|---|---|\n");
        apps.statements().forEach((name, count) -> report.append("| " + name + " | " + count + " |\n"));
        Files.writeString(REPORT, report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rep-customer-list", "office-receivables", "office-payments"})
    void a_longer_page_takes_no_more_statements(String name) {
        assertThat(least(name, 20)).isEqualTo(least(name, 2));
    }

    /** Something else may run at the same time, so the least of several goes is taken. */
    private int least(String name, int first) {
        return IntStream.range(0, 8)
                .map(go -> {
                    apps.run(name, "finance", Map.of("first", first));
                    return apps.statements().get(name);
                })
                .min()
                .orElseThrow();
    }

    @Test
    void the_documents_use_every_root_field() {
        Set<String> used = new TreeSet<>();
        for (String name : AppsAtWork.documents()) {
            Document document = new Parser().parseDocument(AppsAtWork.text(name));
            document.getDefinitionsOfType(OperationDefinition.class).stream()
                    .flatMap(operation -> operation.getSelectionSet().getSelectionsOfType(Field.class).stream())
                    .forEach(field -> used.add(field.getName()));
        }
        Set<String> roots = Stream.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
                .flatMap(type -> type.getFieldDefinitions().stream())
                .map(field -> field.getName())
                .filter(field -> !field.startsWith("probe"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).isEqualTo(roots);
    }
}
