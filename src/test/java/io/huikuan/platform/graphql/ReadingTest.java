package io.huikuan.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Api;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Statements;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A query reads all its levels in one transaction, which nobody notices. */
@QuarkusTest
class ReadingTest {

    @Inject
    Tenancy tenancy;

    private Api finance;

    @BeforeEach
    void two_customers() {
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        tenancy.customer(tenant, null, null);
        tenancy.customer(tenant, null, null);
        finance = Api.as(tenant, Role.FINANCE, "finance");
        finance.userId();
    }

    @Test
    void many_queries_of_several_root_fields_do_not_wait_for_each_others_connections() throws Exception {
        String query = """
                { viewer { user { name } tenant { code } }
                  a: customers(first: 5) { totalCount nodes { code balances { currency } lastContact { outcome } } }
                  b: customers(first: 5) { nodes { code nextInstallment { dueDate } alerts(first: 1) { totalCount } } }
                  aging { nodes { currency } } }""";

        List<JsonPath> answers = AtOnce.on(64, any -> finance.ask(query));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.getList("errors")).isNull();
            assertThat(answer.getInt("data.a.totalCount")).isEqualTo(2);
        });
    }

    @Test
    void a_further_root_field_takes_its_own_statement_and_nothing_more() {
        int one = Statements.during(() -> finance.ask("{ a: customers(first: 5) { nodes { code } } }"));
        int two = Statements.during(() ->
                finance.ask("{ a: customers(first: 5) { nodes { code } } b: customers(first: 1) { nodes { code } } }"));

        assertThat(two).isEqualTo(one + 1);
    }

    @Test
    void what_cannot_be_read_takes_nothing_else_of_the_query_with_it() {
        String code =
                finance.ask("{ customers(first: 1) { nodes { code } } }").getString("data.customers.nodes[0].code");

        JsonPath answer = finance.ask("""
                { wrong: customer(code: "%1$s") { name receivables(first: 1, after: "bm9uZQ") { totalCount } }
                  right: customer(code: "%1$s") { name balances { currency } alerts(first: 1) { totalCount } } }""".formatted(code));

        assertThat(answer.getList("errors.extensions.code")).containsExactly("INVALID_CURSOR");
        assertThat(answer.getMap("data.wrong")).isNull();
        assertThat(answer.getInt("data.right.alerts.totalCount")).isZero();
    }
}
