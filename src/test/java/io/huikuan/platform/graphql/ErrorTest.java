package io.huikuan.platform.graphql;

import static io.huikuan.platform.graphql.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ErrorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "day     | Date     | \"2023-02-30\"",
                "day     | Date     | \"30.1.2023\"",
                "day     | Date     | 20230130",
                "at      | DateTime | \"2023-01-30\"",
                "at      | DateTime | \"2023-01-30T25:00:00Z\"",
                "at      | DateTime | \"2023-01-30T10:00:00\"",
                "amount  | Decimal  | \"1e3\"",
                "amount  | Decimal  | \"1234567890123456\"",
                "amount  | Decimal  | \"1,5\"",
                "amount  | Decimal  | \"\"",
                "amount  | Decimal  | 1.5",
                "role    | Role     | EMPEROR",
                "number  | Int      | 1.5",
                "number  | Int      | \"one\"",
                "number  | Int      | 3000000000",
                "number  | Int      | \"7\"",
                "text    | String   | 5",
            })
    void a_value_of_the_wrong_form_is_bad_input_and_not_repeated(String argument, String type, String value) {
        var answer = ask("{ probeArguments(" + argument + ": " + value + ") }");

        refusesArgument(answer, argument, type);
        assertThat(answer.getString("errors[0].message")).doesNotContain(value.replace("\"", "") + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "day     | Date     | 2023-02-30",
                "at      | DateTime | 2023-01-30",
                "amount  | Decimal  | 1e3",
                "role    | Role     | EMPEROR",
            })
    void a_variable_of_the_wrong_form_is_bad_input(String argument, String type, String value) {
        var answer = ask("query($v: " + type + ") { probeArguments(" + argument + ": $v) }", Map.of("v", value));

        refusesArgument(answer, "v", type);
        assertThat(answer.getString("errors[0].message")).doesNotContain(value);
    }

    @Test
    void a_number_is_no_decimal() {
        var answer = ask("query($v: Decimal) { probeArguments(amount: $v) }", Map.of("v", new BigDecimal("1.5")));

        refusesArgument(answer, "v", "Decimal");
    }

    @Test
    void characters_that_no_database_stores_are_bad_input() {
        var answer = ask("query($v: String) { probeArguments(text: $v) }", Map.of("v", "a\0b"));

        refusesArgument(answer, "v", "String");
    }

    @Test
    void right_values_arrive() {
        var answer = ask(
                "query($at: DateTime) { probeArguments(day: \"2024-02-29\", at: $at, amount: \"-1200.50\", role: REP,"
                        + " text: \"款\", number: 7) }",
                Map.of("at", "2024-02-29T08:00:00+08:00"));

        assertThat(answer.getString("data.probeArguments"))
                .isEqualTo("2024-02-29 2024-02-29T00:00:00Z -1200.5 REP 款 7");
    }

    @Test
    void right_values_within_an_input_arrive() {
        var answer = ask(
                "query($i: ProbeInputInput) { probeInput(input: $i) }".replace("ProbeInputInput", "ProbeInput"),
                Map.of("i", Map.of("name", "n", "day", "2024-02-29", "rows", List.of(row("2024-03-01", "1.10")))));

        assertThat(answer.getString("data.probeInput"))
                .isEqualTo("ProbeInput[name=n, day=2024-02-29, amount=null,"
                        + " rows=[ProbeRow[day=2024-03-01, amount=1.1]], count=5]");
    }

    @Test
    void the_path_leads_to_the_value_within_a_variable() {
        var rows = List.of(row("2023-02-28", "1"), row("2023-02-30", "1"));
        var answer =
                ask("query($i: ProbeInput) { probeInput(input: $i) }", Map.of("i", Map.of("name", "n", "rows", rows)));

        refusesArgument(answer, "i.rows.1.day", "Date!");
    }

    @Test
    void the_path_leads_to_the_value_within_a_literal() {
        var answer = ask("{ probeInput(input: { name: \"n\", rows: [{ day: \"2023-02-30\", amount: \"1\" }] }) }");

        refusesArgument(answer, "input.rows.0.day", "Date");
    }

    @Test
    void a_missing_and_an_unknown_field_of_an_input_are_named() {
        assertThat(ask("{ probeInput(input: { }) }").getString("errors[0].extensions.argument"))
                .isEqualTo("input.name");
        assertThat(ask("{ probeInput(input: { name: \"n\", rows: [], x: 1 }) }")
                        .getString("errors[0].extensions.argument"))
                .isEqualTo("input.x");
        assertThat(ask(
                                "query($i: ProbeInput) { probeInput(input: $i) }",
                                Map.of("i", Map.of("name", "n", "rows", List.of(), "x", 1)))
                        .getString("errors[0].extensions.argument"))
                .isEqualTo("i.x");
        assertThat(ask("query($i: ProbeInput!) { probeInput(input: $i) }").getString("errors[0].extensions.argument"))
                .isEqualTo("i");
    }

    @Test
    void what_the_role_may_not_do_is_forbidden() {
        var answer = ask("{ probeForbidden }");

        refuses(answer, "FORBIDDEN");
        assertThat(answer.getMap("data")).containsEntry("probeForbidden", null);
        assertThat(answer.getList("errors[0].path")).isEqualTo(List.of("probeForbidden"));
    }

    @Test
    void a_problem_has_its_own_code_and_message() {
        var answer = ask("{ probeProblem }");

        refuses(answer, "INVALID_CURSOR");
        assertThat(answer.getString("errors[0].message")).isEqualTo("The cursor was not made by this list.");
    }

    @Test
    void a_fault_shows_an_id_and_nothing_else() {
        var answer = ask("{ probeFault }");

        refuses(answer, "INTERNAL");
        assertThat(answer.getString("errors[0].message"))
                .contains(answer.getString("errors[0].extensions.id"))
                .doesNotContain("secret");
        assertThat(answer.getMap("errors[0].extensions")).containsOnlyKeys("code", "id");
    }

    @Test
    void null_where_the_schema_promises_a_value_is_a_fault() {
        refuses(ask("{ probeNull }"), "INTERNAL");
    }

    @Test
    void an_unknown_field_is_a_bad_request() {
        var answer = ask("{ probeNowhere }");

        refuses(answer, "BAD_REQUEST");
        assertThat(answer.getString("errors[0].message"))
                .contains("'probeNowhere'")
                .doesNotContain("Validation error");
    }

    private static Map<String, String> row(String day, String amount) {
        return Map.of("day", day, "amount", amount);
    }

    private static void refuses(JsonPath answer, String code) {
        assertThat(answer.getList("errors.extensions.code")).containsExactly(code);
    }

    private static void refusesArgument(JsonPath answer, String argument, String type) {
        refuses(answer, "BAD_INPUT");
        assertThat(answer.getString("errors[0].extensions.argument")).isEqualTo(argument);
        assertThat(answer.getString("errors[0].message")).isEqualTo(argument + " is not a valid " + type + ".");
    }
}
