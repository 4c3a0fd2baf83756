package io.huikuan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the migrations left in the database, read from its catalogue: every table is confined to a tenant and can be spread by it, and the
 * application's role has no more rights than its work needs. A table that a later migration adds is held to the same.
 */
@QuarkusTest
class CatalogueTest {

    /** All tables but the record of the migrations, which the application's role cannot even read. */
    private static final String TABLES = """
            with tables as (
                select c.oid, c.relname, c.relrowsecurity from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history')
            """;

    private static final String TENANT_OF_TRANSACTION =
            "(tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)";

    /** What happened, was said or was sent stays as it was written: these can be added to, and nothing else. */
    private static final String[] APPEND_ONLY = {
        "alert_batch",
        "alert_event",
        "audit_event",
        "automatic_contact",
        "booking",
        "claim_step",
        "class_policy",
        "concession_offer",
        "contact_policy",
        "contact_record_receivable",
        "contract_policy",
        "contract_version",
        "credit_assessment",
        "credit_limit",
        "credit_policy",
        "credit_rule",
        "debtor_class_entry",
        "delivery",
        "dispute_attachment",
        "dispute_comment",
        "entry",
        "escalation_event",
        "import_error",
        "imported_terms",
        "installment",
        "letter_amount",
        "letter_content",
        "letter_template",
        "letterhead",
        "payment_announcement_receivable",
        "payment_entry",
        "plan_receivable",
        "schedule",
        "tenant"
    };

    @Inject
    DatabaseConfig config;

    private Connection owner;
    private String app;

    @BeforeEach
    void look_as_the_owner() throws SQLException {
        DatabaseAccess access = config.access();
        owner = DriverManager.getConnection(
                config.url(), access.owner().username(), access.owner().password());
        app = "'" + access.app().username() + "'";
    }

    @AfterEach
    void close() throws SQLException {
        owner.close();
    }

    @Test
    void there_are_tables_to_look_at() throws SQLException {
        assertThat(ask(TABLES + "select relname from tables"))
                .contains("tenant", "customer", "receivable", "booking", "alert", "outbox", "stock_cycle")
                .hasSizeGreaterThan(25);
    }

    @Test
    void row_level_security_is_on_for_every_table() throws SQLException {
        assertThat(ask(TABLES + "select relname from tables where not relrowsecurity"))
                .isEmpty();
    }

    @Test
    void every_table_has_one_policy_which_is_the_tenant_of_the_transaction() throws SQLException {
        assertThat(ask(TABLES + """
                select relname from tables t
                where (select array_agg(array[p.polcmd::text, p.polpermissive::text, p.polroles::text, pg_get_expr(p.polqual, p.polrelid),
                            pg_get_expr(p.polwithcheck, p.polrelid)])
                        from pg_policy p where p.polrelid = t.oid)
                    is distinct from array[array['*', 'true', '{0}', '""" + TENANT_OF_TRANSACTION.replace("'", "''") + """
                ', null]]"""))
                .as("the tenants themselves are read before the tenant of a transaction is known")
                .containsExactly("tenant");
        assertThat(ask("""
                select polname || ' ' || polcmd::text from pg_policy where polrelid = 'tenant'::regclass order by 1"""))
                .as("tenants are added and read, never changed")
                .containsExactly("tenant_introduced a", "tenant_readable r");
    }

    @Test
    void every_table_begins_with_its_tenant_and_its_primary_key_does() throws SQLException {
        assertThat(ask(TABLES + """
                select relname from tables t
                where not exists (select from pg_attribute a
                    where a.attrelid = t.oid and a.attnum = 1 and a.attname = 'tenant_id' and a.attnotnull and not a.atthasdef)""")).isEmpty();
        assertThat(ask(TABLES + """
                select relname from tables t
                where not exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'p' and c.conkey[1] = 1)""")).isEmpty();
    }

    @Test
    void every_unique_key_has_the_tenant_and_every_index_begins_with_it() throws SQLException {
        assertThat(ask(TABLES + """
                select i.indexrelid::regclass::text from pg_index i join tables t on t.oid = i.indrelid
                where i.indkey[0] <> 1""")).isEmpty();
    }

    @Test
    void every_foreign_key_leads_from_a_tenant_to_the_same() throws SQLException {
        assertThat(ask(TABLES + """
                select c.conname from pg_constraint c join tables t on t.oid = c.conrelid
                where c.contype = 'f' and (c.conkey[1] <> 1 or c.confkey[1] <> 1)""")).isEmpty();
    }

    @Test
    void every_check_was_held_against_all_rows() throws SQLException {
        assertThat(ask(TABLES + """
                select c.conname from pg_constraint c join tables t on t.oid = c.conrelid where not c.convalidated""")).isEmpty();
    }

    @Test
    void nothing_shows_rows_past_the_policies() throws SQLException {
        assertThat(ask("""
                select c.relname from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm', 'f')
                    and not coalesce(c.reloptions, '{}') @> '{security_invoker=true}'"""))
                .as("a view reads as its owner, unless it says otherwise")
                .isEmpty();
        assertThat(ask("""
                select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef"""))
                .as("functions that work with the rights of their owner")
                .isEmpty();
    }

    @Test
    void the_role_of_the_application_is_a_plain_one_that_belongs_to_nobody() throws SQLException {
        assertThat(ask("""
                select rolname from pg_roles
                where rolname = :app and rolcanlogin and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)""")).hasSize(1);
        assertThat(ask("select roleid::regrole::text from pg_auth_members where member = :app::regrole"))
                .as("roles that it is a member of")
                .isEmpty();
    }

    @Test
    void the_role_of_the_application_owns_nothing_and_can_make_nothing_that_stays() throws SQLException {
        assertThat(ask("""
                select classid::regclass || ' ' || objid from pg_shdepend
                where refobjid = :app::regrole and deptype = 'o'""")).isEmpty();
        assertThat(
                        ask(
                                "select nspname from pg_namespace where has_schema_privilege(:app, oid, 'create') and nspname !~ '^pg_(toast_)?temp'"))
                .as("schemas in which it could create")
                .isEmpty();
        assertThat(ask("select 'create' where has_database_privilege(:app, current_database(), 'create')"))
                .isEmpty();
    }

    @Test
    void the_role_of_the_application_can_neither_truncate_nor_refer_to_nor_trigger_on_a_table() throws SQLException {
        assertThat(
                        ask(
                                TABLES
                                        + "select relname from tables where has_table_privilege(:app, oid, 'truncate, references, trigger')"))
                .isEmpty();
        assertThat(ask(TABLES + "select relname from tables where has_any_column_privilege(:app, oid, 'references')"))
                .isEmpty();
    }

    @Test
    void what_happened_can_only_be_added_to() throws SQLException {
        assertThat(ask(TABLES + """
                select relname from tables
                where not has_any_column_privilege(:app, oid, 'update') and not has_table_privilege(:app, oid, 'delete')
                order by relname""")).containsExactly(APPEND_ONLY);
    }

    @Test
    void only_what_is_derived_said_anew_as_a_whole_never_came_or_must_be_forgotten_can_be_deleted()
            throws SQLException {
        assertThat(ask(TABLES
                        + "select relname from tables where has_table_privilege(:app, oid, 'delete') order by relname"))
                .containsExactly(
                        "attachment_content",
                        "attachment_upload",
                        "change",
                        "device",
                        "holiday",
                        "import_profile",
                        "notification_endpoint",
                        "stock_cycle",
                        "stock_finding",
                        "stock_position",
                        "strategy_segment",
                        "strategy_step");
    }

    @Test
    void what_a_document_is_about_cannot_be_changed() throws SQLException {
        assertThat(ask(TABLES + """
                select relname || '.' || a.attname from tables join pg_attribute a on a.attrelid = oid and a.attnum > 0
                where relname in ('receivable', 'payment', 'share') and has_column_privilege(:app, oid, a.attnum, 'update')
                order by 1"""))
                .containsExactly(
                        "payment.moved_through",
                        "payment.reference",
                        "payment.reversed_on",
                        "payment.unapplied",
                        "receivable.reference",
                        "share.booked_through",
                        "share.open",
                        "share.rules");
    }

    @Test
    void the_role_of_the_application_cannot_touch_the_record_of_the_migrations() throws SQLException {
        DatabaseAccess access = config.access();
        try (Connection connection = DriverManager.getConnection(
                        config.url(), access.app().username(), access.app().password());
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select from flyway_schema_history"))
                    .hasMessageContaining("permission denied");
        }
    }

    private List<String> ask(String question) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(question.replace(":app", app))) {
            List<String> answer = new ArrayList<>();
            while (rows.next()) {
                answer.add(rows.getString(1));
            }
            return answer;
        }
    }
}
