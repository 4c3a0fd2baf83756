package io.huikuan.imports;

import static io.huikuan.imports.ImportWorld.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.huikuan.imports.ImportWorld.Company;
import io.huikuan.support.Statements;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements an import takes depends on its parts of thousands of rows, never on its rows. */
@QuarkusTest
class StatementsOfImportsTest {

    /** What jobs in the background may send meanwhile. */
    private static final int OTHERS = 30;

    @Inject
    ImportWorld world;

    private Company company;

    @BeforeEach
    void found() {
        company = world.company();
        company.send("customers", file("code,name", "C0,One", "C1,Two", "C2,Three", "C3,Four", "C4,Five"));
    }

    private int statements(String kind, String header, int from, int to, String row) {
        String rows = IntStream.range(from, to)
                .mapToObj(i -> row.replace("#", Integer.toString(i)).replace("@", Integer.toString(i % 5)))
                .collect(Collectors.joining("\n", header + "\n", "\n"));
        return Statements.duringOnce(
                () -> company.send(kind, rows).then().statusCode(200).body("created", equalTo(to - from)));
    }

    @Test
    void receivables_and_their_payments_take_as_many_for_ten_as_for_a_whole_part() {
        String receivables = "number,customer_code,issue_date,due_date,amount,currency";
        String receivable = "R#,C@,2026-01-05,2026-02-05,100,CNY";
        int few = statements("receivables", receivables, 0, 10, receivable);
        assertThat(few).isLessThan(100);
        assertThat(statements("receivables", receivables, 10, 4_010, receivable))
                .isLessThan(few + OTHERS);
        assertThat(statements("receivables", receivables, 4_010, 24_010, receivable))
                .isLessThan(few + 4 * 15 + OTHERS);
        String payments = "number,customer_code,received_on,amount,currency,receivable_number";
        String payment = "P#,C@,2026-03-01,100,CNY,R#";
        int fewPaid = statements("payments", payments, 0, 10, payment);
        assertThat(fewPaid).isLessThan(100);
        assertThat(statements("payments", payments, 10, 810, payment)).isLessThan(fewPaid + OTHERS);
    }
}
