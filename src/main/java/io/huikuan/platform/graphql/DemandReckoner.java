package io.huikuan.platform.graphql;

import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.huikuan.kernel.paging.Paging;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reckons the {@link Demand} of one operation. It looks at every fragment once for each kind of place in which it stands, so that
 * fragments within fragments cost no more time than the document has words. It takes documents that have not been validated:
 * what the schema does not know counts as one field.
 */
final class DemandReckoner {

    private static final int ROOT_FIELD = 100;
    private static final int PAGE = 10;
    private static final int UNPAGED_ROWS = 5;
    private static final String FIRST = "first";
    private static final Set<String> INTROSPECTION = Set.of("__schema", "__type");

    /** Where a selection stands: at the root or not, and of how many rows the page around it is (0: none). */
    private record Place(boolean root, int page) {
        static final Place ROOT = new Place(true, 0);
        static final Place BELOW = new Place(false, 0);
    }

    private record Spread(String fragment, Place place) {}

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Object> variables;
    private final Map<String, Value<?>> variableDefaults = new HashMap<>();
    private final Map<Spread, Demand> known = new HashMap<>();
    private boolean introspects;

    DemandReckoner(GraphQLSchema schema, Document document, Map<String, Object> variables) {
        this.schema = schema;
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity(), (one, other) -> one));
        this.variables = variables;
    }

    Demand of(OperationDefinition operation) {
        operation.getVariableDefinitions().forEach(this::keepDefault);
        return selections(operation.getSelectionSet(), rootOf(operation), Place.ROOT);
    }

    /** Whether what was reckoned reads the schema itself. */
    boolean introspects() {
        return introspects;
    }

    private void keepDefault(VariableDefinition variable) {
        if (variable.getDefaultValue() != null) {
            variableDefaults.put(variable.getName(), variable.getDefaultValue());
        }
    }

    private GraphQLType rootOf(OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    }

    private Demand selections(SelectionSet set, GraphQLType parent, Place place) {
        Demand sum = Demand.NOTHING;
        Map<GraphQLType, Demand> byType = new HashMap<>();
        for (Selection<?> selection : set.getSelections()) {
            Demand demand = selection(selection, parent, place);
            GraphQLType only = onlyType(selection, parent);
            if (only == null) {
                sum = sum.and(demand);
            } else {
                byType.merge(only, demand, Demand::and);
            }
        }
        return sum.and(byType.values().stream().reduce(Demand.NOTHING, Demand::or));
    }

    /** Of things of several types, the one for which alone this is asked; null where it is asked for all or several: each thing is of one type. */
    private GraphQLType onlyType(Selection<?> selection, GraphQLType parent) {
        if (parent instanceof GraphQLObjectType || selection instanceof Field) {
            return null;
        }
        GraphQLType type = selection instanceof InlineFragment inline
                ? typed(inline.getTypeCondition(), null)
                : typedAs(fragments.get(((FragmentSpread) selection).getName()));
        return type instanceof GraphQLObjectType ? type : null;
    }

    private GraphQLType typedAs(FragmentDefinition fragment) {
        return fragment == null ? null : typed(fragment.getTypeCondition(), null);
    }

    private Demand selection(Selection<?> selection, GraphQLType parent, Place place) {
        if (selection instanceof Field field) {
            return field(field, parent, place);
        }
        if (selection instanceof InlineFragment fragment) {
            return selections(fragment.getSelectionSet(), typed(fragment.getTypeCondition(), parent), place);
        }
        return spread((FragmentSpread) selection, place);
    }

    private Demand spread(FragmentSpread spread, Place place) {
        FragmentDefinition fragment = fragments.get(spread.getName());
        if (fragment == null) {
            return Demand.NOTHING;
        }
        Spread key = new Spread(spread.getName(), place);
        Demand demand = known.get(key);
        if (demand == null) {
            known.put(key, Demand.NOTHING); // a fragment within itself: validation refuses it later
            demand = selections(fragment.getSelectionSet(), typed(fragment.getTypeCondition(), null), place);
            known.put(key, demand);
        }
        return demand;
    }

    private GraphQLType typed(TypeName condition, GraphQLType otherwise) {
        return condition == null ? otherwise : schema.getType(condition.getName());
    }

    private Demand field(Field field, GraphQLType parent, Place place) {
        introspects |= INTROSPECTION.contains(field.getName());
        Optional<GraphQLFieldDefinition> definition = definition(field.getName(), parent);
        int page = definition.map(known -> page(field, known)).orElse(0);
        int own = place.root() ? ROOT_FIELD : page > 0 ? PAGE : 1;
        if (field.getSelectionSet() == null) {
            return Demand.field(own, Demand.NOTHING, 1);
        }
        GraphQLType type = definition.map(GraphQLFieldDefinition::getType).orElse(null);
        Place below = page > 0 ? new Place(false, page) : Place.BELOW;
        GraphQLType named = type == null ? null : GraphQLTypeUtil.unwrapAll(type);
        return Demand.field(own, selections(field.getSelectionSet(), named, below), times(type, place));
    }

    private static int times(GraphQLType type, Place place) {
        boolean list = type != null && GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLList;
        return !list ? 1 : place.page() > 0 ? place.page() : UNPAGED_ROWS;
    }

    private Optional<GraphQLFieldDefinition> definition(String name, GraphQLType parent) {
        if (name.equals(Introspection.SchemaMetaFieldDef.getName())) {
            return Optional.of(schema.getIntrospectionSchemaFieldDefinition());
        }
        return parent instanceof GraphQLFieldsContainer container
                ? Optional.ofNullable(container.getFieldDefinition(name))
                : Optional.empty();
    }

    /** How many rows the field's page has; 0 when it has no pages. */
    private int page(Field field, GraphQLFieldDefinition definition) {
        GraphQLArgument first = definition.getArgument(FIRST);
        if (first == null) {
            return 0;
        }
        Object asked = field.getArguments().stream()
                .filter(argument -> argument.getName().equals(FIRST))
                .findAny()
                .map(argument -> number(argument.getValue()))
                .orElseGet(() -> GraphQLArgument.getArgumentDefaultValue(first));
        return asked instanceof Number rows ? Math.max(1, Math.min(Paging.MOST, rows.intValue())) : Paging.MOST;
    }

    private Object number(Value<?> value) {
        if (value instanceof VariableReference reference) {
            Object given = variables.get(reference.getName());
            return given != null ? given : number(variableDefaults.get(reference.getName()));
        }
        return value instanceof IntValue literal ? literal.getValue() : null;
    }
}
