package io.huikuan.platform.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ClosedSchemaTest.AsInProduction.class)
class ClosedSchemaTest {

    /** What the production profile sets. */
    public static class AsInProduction implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("huikuan.graphql.introspection", "false", "quarkus.smallrye-graphql.ui.enabled", "false");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __schema { types { name } } }",
                "{ t: __type(name: \"Customer\") { name } }",
                "{ ...F } fragment F on Query { __schema { types { name } } }",
                "{ ... { __schema { types { name } } } }",
            })
    void the_schema_is_not_told(String document) {
        var answer = Asking.ask(document);

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("NOT_AVAILABLE");
        assertThat(answer.getMap("data")).isNull();
    }

    @Test
    void types_are_still_named() {
        assertThat(Asking.ask("{ __typename probe { __typename } }").getString("data.probe.__typename"))
                .isEqualTo("Probe");
    }

    @Test
    void neither_the_schema_nor_the_page_is_served() {
        given().get("/graphql/schema.graphql").then().statusCode(404);
        given().get("/q/graphql-ui/").then().statusCode(404);
    }

    @Test
    void production_sets_this() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/application.properties")))
                .contains(
                        "%prod.huikuan.graphql.introspection=false", "%prod.quarkus.smallrye-graphql.ui.enabled=false");
    }
}
