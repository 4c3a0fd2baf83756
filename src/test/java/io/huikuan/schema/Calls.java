package io.huikuan.schema;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls of root fields, written from the schema: every place for an id or a name can be filled with one's own or somebody else's. */
final class Calls {

    private static final Map<String, NodeKind> BY_NAME = Map.ofEntries(
            Map.entry("customerId", NodeKind.CUSTOMER),
            Map.entry("receivableId", NodeKind.RECEIVABLE),
            Map.entry("receivableIds", NodeKind.RECEIVABLE),
            Map.entry("installmentId", NodeKind.INSTALLMENT),
            Map.entry("paymentId", NodeKind.PAYMENT),
            Map.entry("contactPersonId", NodeKind.CONTACT_PERSON),
            Map.entry("contactRecordId", NodeKind.CONTACT_RECORD),
            Map.entry("reportsToId", NodeKind.CONTACT_PERSON),
            Map.entry("ownerId", NodeKind.USER),
            Map.entry("relationshipOwnerId", NodeKind.USER),
            Map.entry("assigneeId", NodeKind.USER),
            Map.entry("recipientId", NodeKind.USER),
            Map.entry("recordedById", NodeKind.USER),
            Map.entry("alertId", NodeKind.ALERT),
            Map.entry("attachmentIds", NodeKind.ATTACHMENT),
            Map.entry("planId", NodeKind.PAYMENT_PLAN),
            Map.entry("letterIds", NodeKind.LETTER),
            Map.entry("agreedById", NodeKind.USER),
            Map.entry("userId", NodeKind.USER),
            Map.entry("leadId", NodeKind.USER),
            Map.entry("secondVoiceId", NodeKind.USER),
            Map.entry("managerId", NodeKind.USER),
            Map.entry("visitorId", NodeKind.USER));

    private static final Map<String, NodeKind> BY_TYPE = Map.ofEntries(
            Map.entry("Customer", NodeKind.CUSTOMER),
            Map.entry("Receivable", NodeKind.RECEIVABLE),
            Map.entry("Payment", NodeKind.PAYMENT),
            Map.entry("PaymentPlan", NodeKind.PAYMENT_PLAN),
            Map.entry("PaymentAnnouncement", NodeKind.PAYMENT_ANNOUNCEMENT),
            Map.entry("ContactPerson", NodeKind.CONTACT_PERSON),
            Map.entry("Alert", NodeKind.ALERT),
            Map.entry("Notification", NodeKind.NOTIFICATION),
            Map.entry("NotificationEndpoint", NodeKind.NOTIFICATION_ENDPOINT),
            Map.entry("Device", NodeKind.DEVICE),
            Map.entry("CreditHold", NodeKind.CREDIT_HOLD),
            Map.entry("Contract", NodeKind.CONTRACT),
            Map.entry("Concession", NodeKind.CONCESSION),
            Map.entry("ConcessionSummary", NodeKind.CONCESSION),
            Map.entry("Strategy", NodeKind.STRATEGY),
            Map.entry("StrategyPreview", NodeKind.STRATEGY),
            Map.entry("CollectionTask", NodeKind.COLLECTION_TASK),
            Map.entry("DunningPause", NodeKind.DUNNING_PAUSE),
            Map.entry("Letter", NodeKind.LETTER),
            Map.entry("Escalation", NodeKind.ESCALATION),
            Map.entry("EscalationMeasure", NodeKind.ESCALATION_MEASURE),
            Map.entry("Dispute", NodeKind.DISPUTE),
            Map.entry("DisputeSummary", NodeKind.DISPUTE),
            Map.entry("PromiseToPay", NodeKind.PROMISE),
            Map.entry("PromiseSummary", NodeKind.PROMISE));

    /** Whose id it is in a part of a batch, which answers things of several kinds. */
    private static final Map<String, NodeKind> OF_PARTS = Map.of(
            "saveContactPerson", NodeKind.CONTACT_PERSON,
            "acknowledgeAlert", NodeKind.ALERT,
            "snoozeAlert", NodeKind.ALERT,
            "resolveAlert", NodeKind.ALERT);

    /** Constants that need nothing else, where the first one does: the letter that needs no approval and nothing open, the step that sends no letter. */
    private static final Map<String, String> CONSTANTS =
            Map.of("LetterKind", "RECEIPT", "StrategyChannel", "PHONE_TASK");

    /** What the inputs leave optional, but one of which must be there. */
    private static final List<String> NEEDED = List.of("ProposePaymentPlanInput.equal", "SellOutLineInput.onHand");

    private final GraphQLSchema schema;
    private final LocalDate today;

    /** Calls of this schema at this business date. */
    Calls(GraphQLSchema schema, LocalDate today) {
        this.schema = schema;
        this.today = today;
    }

    /**
     * A place for an id or a name in a call of a root field.
     *
     * @param path the names that lead there, from the field's argument
     * @param kinds what may be named there
     * @param isName whether it takes the code or number and not the id
     */
    record Place(
            GraphQLFieldDefinition field, boolean mutation, List<String> path, List<NodeKind> kinds, boolean isName) {

        @Override
        public String toString() {
            return field.getName() + " " + String.join(".", path);
        }
    }

    /** All places of all root fields. */
    List<Place> places() {
        return Stream.of(schema.getQueryType(), schema.getMutationType())
                .flatMap(root -> root.getFieldDefinitions().stream()
                        .filter(field -> !field.getName().startsWith("probe"))
                        .flatMap(field -> places(field, root.equals(schema.getMutationType()))))
                .toList();
    }

    /** The queries that take no id, each as a document that shows all plain fields of what it answers, counts included. */
    Map<String, String> lists() {
        Map<String, String> lists = new LinkedHashMap<>();
        schema.getQueryType().getFieldDefinitions().stream()
                .filter(field -> !field.getName().startsWith("probe"))
                .filter(field -> field.getArguments().stream()
                        .noneMatch(argument ->
                                argument.getName().equals("id") || argument.getType() instanceof GraphQLNonNull))
                .forEach(field -> variants(field)
                        .forEach(arguments -> lists.put(
                                field.getName() + arguments,
                                "{ " + field.getName() + arguments + selection(field.getType(), 2) + " }")));
        return lists;
    }

    private static List<String> variants(GraphQLFieldDefinition field) {
        GraphQLArgument group = field.getArgument("groupBy");
        return group == null
                ? List.of("")
                : ((GraphQLEnumType) GraphQLTypeUtil.unwrapAll(group.getType()))
                        .getValues().stream()
                                .map(value -> "(groupBy: " + value.getName() + ")")
                                .toList();
    }

    /** A call with this value at the place; elsewhere stand one's own things, as far as the input needs any. */
    String call(Place place, String value, Function<NodeKind, String> own) {
        String arguments = place.field().getArguments().stream()
                .filter(argument -> argument.getName().equals(place.path().get(0)) || isNeeded(argument.getType()))
                .map(argument -> argument.getName() + ": "
                        + literal(argument.getName(), argument.getType(), within(argument, place), 1, value, own))
                .collect(Collectors.joining(", "));
        return (place.mutation() ? "mutation" : "query") + " { " + place.field().getName() + "(" + arguments + ")"
                + selection(place.field().getType(), 2) + " }";
    }

    /** The way to the place, where it leads through the argument; else null. */
    private static List<String> within(GraphQLArgument argument, Place place) {
        return argument.getName().equals(place.path().get(0)) ? place.path() : null;
    }

    private Stream<Place> places(GraphQLFieldDefinition field, boolean mutation) {
        List<Place> places = new ArrayList<>();
        field.getArguments().forEach(argument -> {
            boolean isName = !mutation && List.of("code", "number").contains(argument.getName());
            if (isName) {
                places.add(
                        new Place(field, false, List.of(argument.getName()), kinds(field, argument.getName()), true));
            }
            paths(argument.getName(), argument.getType(), List.of())
                    .forEach(path -> places.add(new Place(field, mutation, path, kinds(field, path), false)));
        });
        return places.stream();
    }

    private static List<List<String>> paths(String name, GraphQLType type, List<String> before) {
        List<String> path = Stream.concat(before.stream(), Stream.of(name)).toList();
        GraphQLType bare = GraphQLTypeUtil.unwrapAll(type);
        if (bare instanceof GraphQLInputFieldsContainer input) {
            return input.getFieldDefinitions().stream()
                    .flatMap(field -> paths(field.getName(), field.getType(), path).stream())
                    .toList();
        }
        return ((GraphQLNamedType) bare).getName().equals("ID") ? List.of(path) : List.of();
    }

    private static List<NodeKind> kinds(GraphQLFieldDefinition field, List<String> path) {
        String name = path.get(path.size() - 1);
        return name.equals("id") && path.size() > 1 && OF_PARTS.containsKey(path.get(path.size() - 2))
                ? List.of(OF_PARTS.get(path.get(path.size() - 2)))
                : kinds(field, name);
    }

    private static List<NodeKind> kinds(GraphQLFieldDefinition field, String name) {
        if (BY_NAME.containsKey(name)) {
            return List.of(BY_NAME.get(name));
        }
        if (field.getName().equals("node")) {
            return List.of(NodeKind.values());
        }
        GraphQLObjectType answer = (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(field.getType());
        return Stream.concat(
                        Stream.of(answer),
                        answer.getFieldDefinitions().stream().map(part -> GraphQLTypeUtil.unwrapAll(part.getType())))
                .map(type -> BY_TYPE.get(((GraphQLNamedType) type).getName()))
                .filter(kind -> kind != null)
                .limit(1)
                .toList();
    }

    private static boolean isNeeded(GraphQLInputType type) {
        return type instanceof GraphQLNonNull;
    }

    private String literal(
            String name, GraphQLType type, List<String> path, int depth, String value, Function<NodeKind, String> own) {
        GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(type);
        if (bare instanceof GraphQLList list) {
            return "[" + literal(name, list.getWrappedType(), path, depth, value, own) + "]";
        }
        if (bare instanceof GraphQLEnumType constants) {
            return CONSTANTS.getOrDefault(
                    constants.getName(), constants.getValues().get(0).getName());
        }
        if (bare instanceof GraphQLInputFieldsContainer input) {
            String next = path != null && depth < path.size() ? path.get(depth) : "";
            return input.getFieldDefinitions().stream()
                    .map(GraphQLInputObjectField.class::cast)
                    .filter(field -> field.getName().equals(next)
                            || isNeeded(field.getType())
                            || (field.getName().equals("version") && next.equals("id"))
                            || NEEDED.contains(input.getName() + "." + field.getName()))
                    .map(field -> field.getName() + ": "
                            + literal(
                                    field.getName(),
                                    field.getType(),
                                    field.getName().equals(next) ? path : null,
                                    depth + 1,
                                    value,
                                    own))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        boolean here = path != null && depth == path.size();
        return here ? '"' + value + '"' : scalar(name, (GraphQLScalarType) bare, own);
    }

    private String scalar(String name, GraphQLScalarType type, Function<NodeKind, String> own) {
        return switch (type.getName()) {
            case "Int" -> name.equals("count") ? "2" : "1";
            case "Boolean" -> "true";
            case "Date" ->
                '"'
                        + (List.of("until", "firstDueDate", "dueDate").contains(name) ? today.plusDays(10) : today)
                                .toString()
                        + '"';
            case "DateTime" -> '"' + today.minusDays(1).toString() + "T01:00:00Z\"";
            case "Decimal" -> "\"1.00\"";
            case "ID" -> '"' + own.apply(BY_NAME.getOrDefault(name, NodeKind.ALERT)) + '"';
            default ->
                name.equals("currency")
                        ? "\"CNY\""
                        : name.equals("clientKey") ? '"' + Uuids.next().toString() + '"' : "\"some " + name + '"';
        };
    }

    /** All fields without arguments, of things within things down to a depth. */
    private static String selection(GraphQLOutputType type, int depth) {
        GraphQLType bare = GraphQLTypeUtil.unwrapAll(type);
        if (!(bare instanceof GraphQLObjectType object)) {
            return bare instanceof GraphQLScalarType || bare instanceof GraphQLEnumType ? "" : " { __typename }";
        }
        String fields = object.getFieldDefinitions().stream()
                .filter(field ->
                        depth > 0 || !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType))
                .filter(field -> field.getArguments().isEmpty())
                .map(field -> field.getName() + selection(field.getType(), depth - 1))
                .collect(Collectors.joining(" "));
        return " { " + (fields.isEmpty() ? "__typename" : fields) + " }";
    }
}
