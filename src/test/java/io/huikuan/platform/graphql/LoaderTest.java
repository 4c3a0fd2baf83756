package io.huikuan.platform.graphql;

import static io.huikuan.platform.graphql.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LoaderTest {

    @BeforeEach
    void forget() {
        ProbeApi.BATCHES.clear();
    }

    @Test
    void each_alias_gets_the_data_of_its_own_arguments() {
        var answer =
                ask("{ probes(count: 2) { name one: children(count: 1) { name } two: children(count: 2) { name } } }");

        assertThat(answer.getList("data.probes.one.name"))
                .isEqualTo(List.of(List.of("probe.0.0"), List.of("probe.1.0")));
        assertThat(answer.getList("data.probes.two.name"))
                .isEqualTo(List.of(List.of("probe.0.0", "probe.0.1"), List.of("probe.1.0", "probe.1.1")));
    }

    @Test
    void one_batch_serves_all_parents_and_aliases() {
        ask("{ probes(count: 50) { one: children(count: 1) { name } two: children(count: 2) { name } } }");

        assertThat(ProbeApi.BATCHES).hasSize(1);
        assertThat(ProbeApi.BATCHES.element()).hasSize(100);
    }

    @Test
    void three_levels_are_three_batches() {
        var answer = ask(
                "{ probes(count: 3) { children(count: 2) { children(count: 2) { children(count: 2) { name } } } } }");

        assertThat(answer.getString("data.probes[2].children[1].children[1].children[1].name"))
                .isEqualTo("probe.2.1.1.1");
        assertThat(ProbeApi.BATCHES).extracting(Set::size).containsExactly(3, 6, 12);
    }

    @RepeatedTest(20)
    void two_root_fields_share_the_batches_of_their_levels() {
        ask("{ a: probes(count: 3) { children(count: 2) { children(count: 2) { name } } }"
                + " b: probes(count: 5) { children(count: 2) { children(count: 2) { name } } } }");

        assertThat(ProbeApi.BATCHES).extracting(Set::size).containsExactly(5, 10);
    }

    @Test
    void a_key_without_a_value_is_null() {
        var answer = ask("{ probes(count: 1) { missing } }");

        assertThat(answer.getMap("data.probes[0]")).containsEntry("missing", null);
        assertThat(answer.getList("errors")).isNull();
    }

    @Test
    void the_batch_runs_as_the_same_identity() {
        var answer = ask("{ probes(count: 2) { seenBy children(count: 1) { seenBy } } }");

        assertThat(answer.getList("data.probes.seenBy")).isEqualTo(List.of("finance[FINANCE]", "finance[FINANCE]"));
    }

    @Test
    void a_broken_batch_is_one_error_however_many_fields_it_befell() {
        var answer = ask("{ probes(count: 3) { name broken } }");

        assertThat(answer.getList("errors.extensions.code")).containsExactly("INTERNAL");
        assertThat(answer.getString("errors[0].message")).doesNotContain("secret");
        assertThat(answer.getList("data.probes.name")).hasSize(3);
    }

    @Test
    void the_next_mutation_of_a_request_reads_afresh() {
        var answer = ask("mutation { a: probeCount { written read } b: probeCount { written read } }");

        assertThat(answer.getInt("data.b.read")).isEqualTo(answer.getInt("data.b.written"));
    }

    @Test
    void total_count_is_known_to_be_wanted_at_the_root_and_below() {
        var answer = ask("{ a: probePage { totalCount } b: probePage { nodes { name } }"
                + " probes(count: 1) { with: page { totalCount } without: page { nodes { name } } } }");

        assertThat(answer.getInt("data.a.totalCount")).isEqualTo(7);
        assertThat(answer.getInt("data.probes[0].with.totalCount")).isEqualTo(7);
    }
}
