package io.huikuan.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import graphql.schema.GraphQLSchema;
import io.huikuan.contact.ContactPolicy;
import io.huikuan.contact.data.PolicyStore;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.SqlFailure;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Mutation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rule 37: the windows, caps and approvals that keep customers from being hounded cannot be switched off by who does the collecting. What a rep may send is named here, so whoever adds a
 * mutation for reps decides that it moves none of them; and all of it is sent, to see that it does not.
 */
@QuarkusTest
class GuardRailsTest {

    /** Every mutation that a REP may send. None decides on windows, caps, floors, limits, releases or approvals. */
    private static final Set<String> OF_REPS = Set.of(
            "acknowledgeAlert",
            "announcePayment",
            "askConcession",
            "attachToDispute",
            "cancelPaymentPlan",
            "cancelPromise",
            "changeDispute",
            "changeEscalationParticipants",
            "closeEscalation",
            "commentOnDispute",
            "confirmPromise",
            "eraseContactPerson",
            "fulfilConcessionStep",
            "issueLetter",
            "logContact",
            "moveClaim",
            "offerConcession",
            "openDispute",
            "openEscalation",
            "planLeaderVisit",
            "proposeEscalationMeasure",
            "proposeEscalationStage",
            "proposePaymentPlan",
            "recordContract",
            "recordDelivery",
            "recordLeaderVisit",
            "recordPromise",
            "registerDevice",
            "reportSellOut",
            "requestAttachmentUpload",
            "resolveAlert",
            "saveContactPerson",
            "savePaymentProcess",
            "setLetterLanguage",
            "snoozeAlert",
            "submitBatch",
            "suggestDebtorClass",
            "unregisterDevice",
            "updateContract",
            "updateNotificationPreferences",
            "withdrawConcession",
            "withdrawDispute",
            "withdrawPaymentAnnouncement");

    /** What decides when, how often and how hard a customer may be pressed, and by whose leave. */
    private static final Set<String> RAILS = Set.of(
            "app_user",
            "class_policy",
            "contact_policy",
            "contract_policy",
            "credit_hold",
            "credit_hold_release",
            "credit_limit",
            "credit_policy",
            "credit_rule",
            "debtor_class",
            "dunning_pause",
            "holiday",
            "letter_template",
            "letterhead",
            "strategy",
            "strategy_segment",
            "strategy_step",
            "strategy_version",
            "tenant_settings");

    @Inject
    GraphQLSchema schema;

    @Inject
    Tenancy tenancy;

    @Inject
    Client client;

    @Inject
    PolicyStore policies;

    @Inject
    Sql sql;

    private Actor tenant;
    private Actor rep;
    private final Map<NodeKind, String> own = new EnumMap<>(NodeKind.class);

    @BeforeEach
    void a_rep_with_a_customer() {
        tenant = tenancy.tenant("Asia/Shanghai");
        rep = tenancy.user(tenant, Role.REP, null);
        UUID customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        LocalDate today = tenancy.today(tenant);
        UUID invoice = tenancy.invoice(tenant, customer, "100.00", today.minusDays(60), today.minusDays(30));
        own.put(NodeKind.CUSTOMER, NodeId.of(NodeKind.CUSTOMER, customer));
        own.put(NodeKind.RECEIVABLE, NodeId.of(NodeKind.RECEIVABLE, invoice));
        own.put(NodeKind.USER, NodeId.of(NodeKind.USER, rep.user().orElseThrow()));
        own.put(NodeKind.CONTACT_PERSON, person());
    }

    private String person() {
        return client.ask(
                        rep,
                        "mutation { saveContactPerson(input: {name: \"Demo Buyer\", customerId: \""
                                + own.get(NodeKind.CUSTOMER) + "\"}) { contactPerson { id } } }")
                .getString("data.saveContactPerson.contactPerson.id");
    }

    @Test
    void what_a_rep_may_change_is_known_and_decides_on_no_rail() {
        Set<String> found = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.huikuan").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Mutation.class))
                        .filter(method -> Arrays.asList(method.getAnnotationOfType(RolesAllowed.class)
                                        .value())
                                .contains(Roles.REP))
                        .map(JavaMethod::getName)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).isEqualTo(new TreeSet<>(OF_REPS));
    }

    @Test
    void nothing_that_a_rep_sends_moves_a_rail() {
        Map<String, String> before = rails();
        Calls calls = new Calls(schema, tenancy.today(tenant));
        Set<String> done = new TreeSet<>();
        for (Calls.Place place : calls.places()) {
            if (place.mutation() && OF_REPS.contains(place.field().getName())) {
                for (NodeKind kind : place.kinds()) {
                    JsonPath answer = client.ask(rep, calls.call(place, mine(kind), this::mine));
                    List<Object> refused =
                            answer.getList("data." + place.field().getName() + ".userErrors");
                    if (refused != null && refused.isEmpty()) {
                        done.add(place.field().getName());
                    }
                }
            }
        }

        assertThat(done)
                .as("what was not only refused")
                .contains("saveContactPerson", "recordPromise", "proposePaymentPlan", "submitBatch");
        assertThat(rails()).isEqualTo(before);
        assertThat(approved()).isZero();
    }

    @Test
    void a_letter_by_a_rep_is_a_contact_like_any_other_and_is_no_threat() {
        for (int letter = 0; letter < ContactPolicy.DEFAULT.perDay(); letter++) {
            assertThat(letter("kind: PAYMENT_REMINDER")).isEmpty();
        }

        assertThat(letter("kind: PAYMENT_REMINDER")).isEqualTo(List.of("CONTACT_CAP"));
        assertThat(letter("kind: OVERDUE_NOTICE, outsideReason: \"Now.\"")).isEqualTo(List.of("STAGE_NEEDS_APPROVAL"));
        assertThat(letter("kind: PAYMENT_REMINDER, outsideReason: \"Now.\", warning: {next: LEGAL, deadline: \""
                        + tenancy.today(tenant).plusDays(30) + "\"}"))
                .isEqualTo(List.of("STAGE_NEEDS_APPROVAL"));
    }

    private List<String> letter(String more) {
        return client.ask(
                        rep,
                        "mutation { issueLetter(input: {clientKey: \"" + Uuids.next() + "\", customerId: \""
                                + own.get(NodeKind.CUSTOMER) + "\", " + more + "}) { userErrors { code } } }")
                .getList("data.issueLetter.userErrors.code");
    }

    private String mine(NodeKind kind) {
        return own.getOrDefault(kind, NodeId.of(kind, Uuids.next()));
    }

    private Map<String, String> rails() {
        Map<String, String> rails = new LinkedHashMap<>();
        RAILS.forEach(table -> rails.put(
                table,
                tenancy.call(
                        tenant,
                        () -> sql.of(
                                        "select coalesce(string_agg(cast(t as text), ';' order by cast(t as text)), '') as rows from "
                                                + table + " t where t.tenant_id = :tenant")
                                .one(row -> row.text("rows")))));
        return rails;
    }

    private int approved() {
        return tenancy.call(
                tenant,
                () -> sql.of("select count(*) as n from payment_plan where tenant_id = :tenant and status = 'ACTIVE'")
                        .one(row -> row.integer("n")));
    }

    @Test
    void nobody_makes_contacts_unmade_not_even_the_service() {
        assertThat(rights("contact_record")).containsExactly("channel", "feedback", "next_action", "summary");
        assertThat(rights("contact_exception")).containsExactly("reason");
        assertThat(rights("automatic_contact")).isEmpty();
        assertThat(rights("contact_policy")).isEmpty();
        assertThat(Stream.of(
                        "contact_record", "contact_exception", "automatic_contact", "contact_policy", "audit_event"))
                .noneMatch(this::mayDelete);
    }

    /** The columns that the service may change. */
    private List<String> rights(String table) {
        return tenancy.call(
                tenant,
                () -> sql.of("select a.attname from pg_attribute a join tenant t on t.tenant_id = :tenant"
                                + " where a.attrelid = cast(:table as regclass) and a.attnum > 0 and not a.attisdropped"
                                + " and has_column_privilege(a.attrelid, a.attnum, 'update') order by a.attname")
                        .bind("table", table)
                        .list(row -> row.text("attname")));
    }

    private boolean mayDelete(String table) {
        return tenancy.call(
                tenant,
                () -> sql.of(
                                "select has_table_privilege(:table, 'delete') as may from tenant where tenant_id = :tenant")
                        .bind("table", table)
                        .one(row -> row.flag("may")));
    }

    @Test
    void the_table_itself_refuses_what_is_below_the_floors() {
        for (ContactPolicy below : List.of(
                new ContactPolicy(1, "15:30", "12:01", "14:00", "20:00", "09:00", 2, 5, 2),
                new ContactPolicy(1, "15:30", "11:45", "13:29", "20:00", "09:00", 2, 5, 2),
                new ContactPolicy(1, "15:30", "11:45", "14:00", "21:01", "09:00", 2, 5, 2),
                new ContactPolicy(1, "15:30", "11:45", "14:00", "20:00", "07:59", 2, 5, 2),
                new ContactPolicy(1, "15:30", "11:45", "14:00", "20:00", "09:00", 4, 5, 2),
                new ContactPolicy(1, "15:30", "11:45", "14:00", "20:00", "09:00", 2, 11, 2),
                new ContactPolicy(1, "15:30", "11:45", "14:00", "20:00", "09:00", 2, 5, 0))) {
            assertThatThrownBy(() -> tenancy.call(tenant, () -> policies.insert(below)))
                    .as("%s", below)
                    .isInstanceOf(SqlFailure.class);
        }
        assertThat(tenancy.call(
                        tenant,
                        () -> policies.insert(
                                new ContactPolicy(1, "15:30", "12:00", "13:30", "21:00", "08:00", 3, 10, 1))))
                .isTrue();
    }
}
