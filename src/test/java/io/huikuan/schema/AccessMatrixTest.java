package io.huikuan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every root field, asked by every role: what a role may not do is FORBIDDEN, and nothing else is. */
@QuarkusTest
class AccessMatrixTest {

    private static final Set<Role> STAFF = EnumSet.of(Role.REP, Role.MANAGER, Role.FINANCE, Role.ADMIN);
    private static final Set<Role> BOOKS = EnumSet.of(Role.FINANCE, Role.ADMIN);
    private static final Set<Role> LEADERS = EnumSet.of(Role.MANAGER, Role.FINANCE, Role.ADMIN);
    private static final Set<Role> ADMINS = EnumSet.of(Role.ADMIN);
    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);

    private static final Map<String, Set<Role>> MAY = new HashMap<>();

    static {
        may(EVERYBODY, "viewer", "myAccount");
        may(EnumSet.of(Role.PARTNER), "reportMySellOut", "myStatement");
        may(EnumSet.of(Role.PARTNER), "myPaymentAnnouncements", "announceMyPayment", "withdrawMyPaymentAnnouncement");
        may(EnumSet.of(Role.PARTNER), "myCalendarLink", "createMyCalendarLink", "revokeMyCalendarLink");
        may(EnumSet.of(Role.PARTNER), "myAlerts", "myContactPersons", "saveMyContactPerson");
        may(STAFF, "paymentAnnouncements", "announcePayment", "withdrawPaymentAnnouncement");
        may(EnumSet.of(Role.PARTNER), "myPromises", "makeMyPromise", "withdrawMyPromise");
        may(EnumSet.of(Role.PARTNER), "myDisputes", "openMyDispute", "commentOnMyDispute", "withdrawMyDispute");
        may(
                STAFF,
                "attachToDispute",
                "disputes",
                "openDispute",
                "changeDispute",
                "commentOnDispute",
                "withdrawDispute");
        may(BOOKS, "acceptDispute");
        may(EnumSet.of(Role.PARTNER), "myConcessions");
        may(STAFF, "concessions", "askConcession", "offerConcession", "withdrawConcession", "fulfilConcessionStep");
        may(LEADERS, "grantConcession", "declineConcession");
        may(STAFF, "debtorClasses", "debtorClassReviews", "classPolicy", "suggestDebtorClass");
        may(LEADERS, "confirmDebtorClass");
        may(BOOKS, "updateClassPolicy");
        may(LEADERS, "rejectDispute");
        may(STAFF, "promises", "promiseRates", "recordPromise", "confirmPromise", "cancelPromise");
        may(LEADERS, "strategies", "previewStrategy", "createStrategy", "saveStrategyDraft", "activateStrategy");
        may(LEADERS, "endStrategy", "assignCollectionTask", "pauseDunning", "resumeDunning");
        may(STAFF, "collectionTasks", "dunningPauses");
        may(BOOKS, "confirmPaymentAnnouncement", "rejectPaymentAnnouncement");
        may(
                STAFF,
                "node",
                "customer",
                "customers",
                "receivable",
                "receivables",
                "paymentPlan",
                "payment",
                "payments",
                "alerts",
                "aging",
                "changes",
                "statementOfAccount");
        may(STAFF, "saveContactPerson", "eraseContactPerson", "proposePaymentPlan", "cancelPaymentPlan", "logContact");
        may(STAFF, "submitBatch");
        may(STAFF, "requestAttachmentUpload");
        may(STAFF, "recordDelivery", "reportSellOut", "acknowledgeAlert", "snoozeAlert", "resolveAlert");
        may(
                LEADERS,
                "createCustomer",
                "updateCustomer",
                "approvePaymentPlan",
                "rejectPaymentPlan",
                "assignAlert",
                "users",
                "partnerUsers",
                "invitePartnerUser",
                "removePartnerUser");
        may(
                BOOKS,
                "issueReceivable",
                "issueCreditNote",
                "writeOffReceivable",
                "undoWriteOff",
                "recordPayment",
                "jobRuns");
        may(BOOKS, "applyUnappliedCash", "unapplyPayment", "refundUnapplied", "reversePayment", "importRuns");
        may(ADMINS, "auditEvents", "runJob", "tenantSettings", "updateTenantSettings", "setHolidays");
        may(STAFF, "creditCheck", "creditHolds", "creditOrders");
        may(STAFF, "checkContract", "contracts", "contractPolicy", "recordContract", "updateContract");
        may(ADMINS, "updateContractPolicy");
        may(STAFF, "contactPolicy", "contactAdvice");
        may(ADMINS, "updateContactPolicy");
        may(EnumSet.of(Role.MANAGER, Role.ADMIN), "contactExceptions", "contactConduct");
        may(
                STAFF,
                "letters",
                "previewLetter",
                "issueLetter",
                "setLetterLanguage",
                "letterTemplates",
                "letterPlaceholders",
                "letterhead");
        may(LEADERS, "letterPrintQueue", "markLettersPrinted", "letterTemplateVersions");
        may(ADMINS, "saveLetterTemplate", "updateLetterhead");
        may(EnumSet.of(Role.PARTNER), "myLetters");
        may(STAFF, "stuckClaims", "savePaymentProcess", "moveClaim");
        may(LEADERS, "creditPolicy", "creditRules", "setCreditLimit", "assessCredit", "placeCreditHold");
        may(EnumSet.of(Role.MANAGER, Role.ADMIN), "releaseCreditHold", "releaseCreditRules");
        may(ADMINS, "setCreditRule", "updateCreditPolicy");
        may(BOOKS, "recordCreditOrder");
        may(STAFF, "escalations", "openEscalation", "proposeEscalationStage", "proposeEscalationMeasure");
        may(STAFF, "changeEscalationParticipants", "planLeaderVisit", "recordLeaderVisit", "closeEscalation");
        may(
                EnumSet.of(Role.MANAGER, Role.ADMIN),
                "decideEscalationStage",
                "decideEscalationMeasure",
                "liftEscalationMeasure");
        may(EnumSet.of(Role.PARTNER), "myCredit");
        may(EVERYBODY, "notificationPreferences", "updateNotificationPreferences");
        may(EVERYBODY, "myDevices", "webPushKey", "registerDevice", "unregisterDevice");
        may(ADMINS, "notificationDefaults", "updateNotificationDefaults", "notificationEndpoints");
        may(ADMINS, "saveNotificationEndpoint", "rotateEndpointSecret", "removeNotificationEndpoint");
        may(EnumSet.of(Role.MANAGER, Role.ADMIN), "notifications", "retryNotification");
    }

    private static void may(Set<Role> roles, String... fields) {
        Stream.of(fields).forEach(field -> MAY.put(field, roles));
    }

    @Inject
    GraphQLSchema schema;

    @Inject
    Tenancy tenancy;

    @Inject
    Client client;

    private final Map<Role, Actor> actors = new LinkedHashMap<>();

    @BeforeEach
    void lay_a_tenant() {
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        STAFF.forEach(role -> actors.put(role, tenancy.user(tenant, role, null)));
        actors.put(
                Role.PARTNER,
                new Actor(
                        tenant.tenant(),
                        tenant.tenantCode(),
                        tenant.zone(),
                        tenant.baseCurrency(),
                        Optional.of(Uuids.next()),
                        Set.of(Role.PARTNER),
                        Optional.empty(),
                        Optional.of(tenancy.customer(tenant, null, null))));
    }

    @Test
    void each_role_may_do_what_is_its_own_and_nothing_else() {
        Set<String> refused = new TreeSet<>();
        Set<String> expected = new TreeSet<>();
        roots().forEach((field, operation) -> actors.forEach((role, actor) -> {
            JsonPath answer = client.ask(actor, operation + " { " + call(field) + " }");
            List<String> codes = answer.getList("errors.extensions.code");
            if (codes != null && codes.contains("FORBIDDEN")) {
                refused.add(field.getName() + " " + role);
            } else {
                assertThat(codes == null || !codes.contains("INTERNAL"))
                        .as("%s as %s: %s", field.getName(), role, answer.prettify())
                        .isTrue();
            }
            if (!MAY.get(field.getName()).contains(role)) {
                expected.add(field.getName() + " " + role);
            }
        }));

        assertThat(refused).isEqualTo(expected);
    }

    @Test
    void the_matrix_names_every_root_field() {
        assertThat(roots().keySet().stream()
                        .map(GraphQLFieldDefinition::getName)
                        .collect(Collectors.toSet()))
                .isEqualTo(MAY.keySet());
    }

    private Map<GraphQLFieldDefinition, String> roots() {
        Map<GraphQLFieldDefinition, String> roots = new LinkedHashMap<>();
        addRoots(schema.getQueryType(), "query", roots);
        addRoots(schema.getMutationType(), "mutation", roots);
        return roots;
    }

    private static void addRoots(GraphQLObjectType type, String operation, Map<GraphQLFieldDefinition, String> roots) {
        type.getFieldDefinitions().stream()
                .filter(field -> !field.getName().startsWith("probe"))
                .forEach(field -> roots.put(field, operation));
    }

    private static String call(GraphQLFieldDefinition field) {
        String arguments = field.getArguments().stream()
                .filter(argument -> argument.getType() instanceof GraphQLNonNull
                        || argument.getName().equals("id"))
                .map(AccessMatrixTest::argument)
                .collect(Collectors.joining(", "));
        return field.getName() + (arguments.isEmpty() ? "" : "(" + arguments + ")") + " { __typename }";
    }

    private static String argument(GraphQLArgument argument) {
        return argument.getName() + ": " + literal(argument.getType());
    }

    /** Some value of the type: one that parses, and means nothing. */
    private static String literal(GraphQLInputType type) {
        GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(type);
        if (bare instanceof GraphQLList) {
            return "[]";
        }
        if (bare instanceof GraphQLEnumType constants) {
            return constants.getValues().get(0).getName();
        }
        if (bare instanceof GraphQLInputObjectType object) {
            return object.getFields().stream()
                    .filter(field -> field.getType() instanceof GraphQLNonNull)
                    .map(field -> field.getName() + ": " + literal(field.getType()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return scalar((GraphQLScalarType) bare);
    }

    private static String scalar(GraphQLNamedType type) {
        return switch (type.getName()) {
            case "Int" -> "2026";
            case "Boolean" -> "true";
            case "Date" -> "\"2026-01-05\"";
            case "DateTime" -> "\"2026-01-05T08:00:00Z\"";
            case "Decimal" -> "\"1\"";
            case "ID" -> "\"" + NodeId.of(NodeKind.CUSTOMER, Uuids.next()) + "\"";
            default -> "\"x\"";
        };
    }
}
