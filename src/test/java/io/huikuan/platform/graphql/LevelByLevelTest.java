package io.huikuan.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.TypeResolutionEnvironment;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.huikuan.kernel.graph.Batches;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are those of the engine's own strategies, over a world in which any field may be null, late or broken. */
class LevelByLevelTest {

    private static final String SCHEMA = """
            type Query { one: Thing, must: Thing!, many(count: Int = 3): [Thing!]!, any: [Being], either: Either, text: String }
            type Mutation { first: Thing, second: Thing! }
            interface Being { name: String!, next: Thing }
            type Thing implements Being {
              name: String!, size: Int, kind: Kind!, next: Thing, must: Thing!, rows: [Thing!]!, loose: [Thing], grid: [[Int!]]!, other: Either,
              being: Being!, tags(upTo: Int!): [String!]
            }
            type Fact implements Being { name: String!, next: Thing, said: String }
            union Either = Thing | Fact
            enum Kind { BIG SMALL }""";

    private static final int DEEPEST = 5;

    private final ObjectMapper json = new ObjectMapper();
    private final GraphQLSchema schema = schema();
    private final GraphQL own = GraphQL.newGraphQL(schema).build();
    private final GraphQL ours = GraphQL.newGraphQL(schema)
            .queryExecutionStrategy(new LevelByLevel())
            .mutationExecutionStrategy(new LevelByLevel())
            .build();

    /** Something that is told by a number: what its fields have follows from it. */
    private record Seed(long number, boolean fact) {

        Seed of(DataFetchingEnvironment field, int row) {
            long next = number * 31
                    + field.getField().getName().hashCode()
                    + field.getArguments().hashCode()
                    + row * 7919L;
            Random dice = new Random(next);
            return new Seed(dice.nextLong(), dice.nextInt(4) == 0);
        }
    }

    @RepeatedTest(300)
    void every_document_is_answered_as_by_the_engines_own_strategies(RepetitionInfo repetition) {
        Random dice = new Random(repetition.getCurrentRepetition());
        String operation = dice.nextInt(4) == 0 ? "mutation " : "query ";
        GraphQLObjectType root = operation.equals("query ") ? schema.getQueryType() : schema.getMutationType();
        String document = operation + "($yes: Boolean = true, $no: Boolean = false, $count: Int = 2) "
                + selection(root, dice, 0)
                + " fragment Named on Being { ... on Thing { size } name }";

        sameAnswer(document, repetition.getCurrentRepetition());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ a: one { name } a: one { size b: size } ... { one { kind } } }",
                "{ one { __typename ...F } } fragment F on Thing { next { __typename ...F2 } } fragment F2 on Being { name }",
                "{ __typename either { __typename ... on Thing { name } ... on Fact { said } } }",
                "{ many(count: 0) { name } }",
                "{ __schema { queryType { name } } one { name } }",
                "{ __type(name: \"Kind\") { enumValues { name } } many(count: 2) { name } }",
                "{ nothing }",
                "query A { one { name } } query B { text }",
            })
    void what_documents_can_do_besides(String document) {
        sameAnswer(document, 1);
        sameAnswer(document, 2);
    }

    @Test
    void directives_are_judged_by_the_variables_of_each_request() {
        String document = "query ($yes: Boolean!) { one @include(if: $yes) { name } text @skip(if: $yes) }";
        Shapes shapes = new Shapes();

        assertThat(Shapes.lastingFor(document)).isFalse();
        for (boolean yes : new boolean[] {true, false, true}) {
            assertThat(answer(
                            ours, document, Map.of("yes", yes), 5, Shapes.lastingFor(document) ? shapes : new Shapes()))
                    .isEqualTo(answer(own, document, Map.of("yes", yes), 5, shapes));
        }
    }

    private void sameAnswer(String document, int world) {
        JsonNode expected = answer(own, document, Map.of("count", 4), world, new Shapes());
        Shapes shapes = new Shapes();

        assertThat(answer(ours, document, Map.of("count", 4), world, shapes))
                .as(document)
                .isEqualTo(expected);
        if (Shapes.lastingFor(document)) {
            assertThat(answer(ours, document, Map.of("count", 4), world, shapes))
                    .as("again")
                    .isEqualTo(expected);
        }
    }

    /** The data in its order, and where there are errors of what kind. */
    private JsonNode answer(GraphQL engine, String document, Map<String, Object> variables, int world, Shapes shapes) {
        ExecutionResult result = engine.execute(ExecutionInput.newExecutionInput(document)
                .variables(variables)
                .root(new Seed(world, false))
                .graphQLContext(context -> context.of(Shapes.class, shapes))
                .dataLoaderRegistry(Batches.atOnce())
                .build());
        Set<String> errors = result.getErrors().stream()
                .map(error -> error.getErrorType() + " " + error.getPath())
                .collect(Collectors.toSet());
        try {
            return json.readTree(json.writeValueAsString(List.of(
                    json.writeValueAsString(
                            Optional.ofNullable(result.<Object>getData()).orElse("none")),
                    errors.stream().sorted().toList())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    // -----------------------------------------------------------------------------------------------------------------
    // Documents
    // -----------------------------------------------------------------------------------------------------------------
    private String selection(GraphQLNamedType type, Random dice, int depth) {
        StringBuilder text = new StringBuilder("{ __typename ");
        if (type instanceof GraphQLObjectType || type instanceof GraphQLInterfaceType) {
            List<GraphQLFieldDefinition> fields = type instanceof GraphQLObjectType object
                    ? object.getFieldDefinitions()
                    : ((GraphQLInterfaceType) type).getFieldDefinitions();
            fields.stream().filter(any -> dice.nextInt(3) > 0).forEach(field -> text.append(field(field, dice, depth)));
        }
        if (!(type instanceof GraphQLObjectType)) {
            text.append("... on Thing ").append(selection(schema.getObjectType("Thing"), dice, depth + 1));
            text.append(" ...Named ");
        }
        return text.append("} ").toString();
    }

    private String field(GraphQLFieldDefinition field, Random dice, int depth) {
        GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(field.getType());
        boolean leaf = GraphQLTypeUtil.isLeaf(type);
        if (!leaf && depth >= DEEPEST) {
            return "";
        }
        String directive = switch (dice.nextInt(30)) {
            case 0 -> " @include(if: $yes)";
            case 1 -> " @skip(if: $no)";
            case 2 -> " @include(if: $no)";
            default -> "";
        };
        String arguments = field.getName().equals("tags")
                ? "(upTo: " + (1 + dice.nextInt(3)) + ")"
                : field.getName().equals("many") && dice.nextBoolean() ? "(count: $count)" : "";
        // Names tell the arguments: fields of one name must be asked for alike.
        String alias = "a" + Math.abs((arguments + directive).hashCode() % 1000) + field.getName() + depth;
        return alias + ": " + field.getName() + arguments + directive + " "
                + (leaf ? "" : selection(type, dice, depth + 1));
    }

    // -----------------------------------------------------------------------------------------------------------------
    // The world
    // -----------------------------------------------------------------------------------------------------------------
    private static GraphQLSchema schema() {
        return new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser().parse(SCHEMA),
                        RuntimeWiring.newRuntimeWiring()
                                .type("Being", type -> type.typeResolver(LevelByLevelTest::typeOf))
                                .type("Either", type -> type.typeResolver(LevelByLevelTest::typeOf))
                                .type("Query", type -> type.defaultDataFetcher(LevelByLevelTest::fetched))
                                .type("Mutation", type -> type.defaultDataFetcher(LevelByLevelTest::fetched))
                                .type("Thing", type -> type.defaultDataFetcher(LevelByLevelTest::fetched))
                                .type("Fact", type -> type.defaultDataFetcher(LevelByLevelTest::fetched))
                                .build());
    }

    private static GraphQLObjectType typeOf(TypeResolutionEnvironment asked) {
        return asked.getSchema().getObjectType(asked.getObject() instanceof Told ? "Fact" : "Thing");
    }

    /** A fact: types are told by the class of the value, as in the schema of the service. */
    private record Told(Seed seed) {}

    private static Object fetched(DataFetchingEnvironment field) {
        Seed source = field.getSource() instanceof Told told ? told.seed() : field.getSource();
        Seed here = source.of(field, 0);
        return switch (new Random(here.number()).nextInt(25)) {
            case 0 -> null;
            case 1 -> throw new IllegalStateException("broken");
            case 2 -> CompletableFuture.failedFuture(new IllegalStateException("broken later"));
            case 3, 4, 5 -> CompletableFuture.completedFuture(value(field.getFieldType(), field, here));
            case 6 -> Optional.ofNullable(value(field.getFieldType(), field, here));
            default -> value(field.getFieldType(), field, here);
        };
    }

    private static Object value(GraphQLOutputType type, DataFetchingEnvironment field, Seed seed) {
        var bare = GraphQLTypeUtil.unwrapNonNull(type);
        if (bare instanceof GraphQLList list) {
            return IntStream.range(0, 3)
                    .mapToObj(row -> seed.of(field, row))
                    .map(row -> row.number() % 17 == 0
                            ? null
                            : value((GraphQLOutputType) list.getWrappedType(), field, row))
                    .collect(Collectors.toList());
        }
        String name = ((GraphQLNamedType) bare).getName();
        return switch (name) {
            case "Int" -> (int) (seed.number() % 1000);
            case "String" -> "text " + seed.number() % 100;
            case "Kind" -> seed.number() % 11 == 0 ? "NONE OF THEM" : seed.number() % 2 == 0 ? "BIG" : "SMALL";
            default ->
                (bare instanceof GraphQLInterfaceType || bare instanceof GraphQLUnionType) && seed.fact()
                        ? new Told(seed)
                        : seed;
        };
    }
}
