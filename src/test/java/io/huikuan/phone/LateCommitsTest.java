package io.huikuan.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transactions that begin early and commit late, around the moments at which phones ask. */
@QuarkusTest
class LateCommitsTest {

    @Inject
    Tenancy tenancy;

    @Inject
    PhoneWorld world;

    @Inject
    Client client;

    @Inject
    ChangeFeed feed;

    private Actor tenant;
    private Actor finance;
    private Actor rep;
    private Actor other;
    private UUID early;
    private UUID late;

    @BeforeEach
    void lay_two_customers() {
        tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        rep = tenancy.user(tenant, Role.REP, null);
        other = tenancy.user(tenant, Role.REP, null);
        early = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        late = tenancy.customer(tenant, rep.user().orElseThrow(), null);
    }

    @Test
    void what_began_first_and_commits_last_is_told_once_when_it_is_there() throws InterruptedException {
        Phone phone = new Phone(client, rep).sync(100);
        OpenTransaction open = new OpenTransaction(tenancy, finance, () -> world.rename(finance, early, "Early"));
        world.rename(finance, late, "Late");

        assertThat(phone.page(100).<String>getList("nodes.name")).containsExactly("Late");
        assertThat(phone.page(100).<String>getList("nodes.name")).isEmpty();

        open.commit();
        assertThat(phone.page(100).<String>getList("nodes.name")).containsExactly("Early");
        assertThat(phone.page(100).<String>getList("nodes.name")).isEmpty();
    }

    @Test
    void what_was_open_during_the_first_asking_is_told_by_the_second() throws InterruptedException {
        OpenTransaction open = new OpenTransaction(tenancy, finance, () -> world.rename(finance, early, "Early"));
        Phone phone = new Phone(client, rep).sync(1);
        world.rename(finance, late, "Late");
        open.commit();

        assertThat(phone.sync(1).holds()).isEqualTo(Phone.fresh(client, rep));
        assertThat(phone.holds().toString()).contains("name=Early").contains("name=Late");
    }

    @Test
    void what_commits_between_two_pages_is_told_by_the_next_round_at_the_latest() throws InterruptedException {
        Phone phone = new Phone(client, rep).sync(100);
        OpenTransaction open = new OpenTransaction(tenancy, finance, () -> world.rename(finance, early, "Early"));
        world.rename(finance, late, "Late");
        world.contact(rep, late, null, "Called.");
        assertThat(phone.page(1).getBoolean("hasMore")).isTrue();

        open.commit();
        assertThat(phone.sync(1).sync(1).holds()).isEqualTo(Phone.fresh(client, rep));
    }

    @Test
    void what_is_entered_while_its_customer_changes_hands_comes_to_the_new_owner() throws InterruptedException {
        Phone others = new Phone(client, other).sync(100);
        OpenTransaction contact = new OpenTransaction(tenancy, rep, () -> world.contact(rep, early, null, "Called."));
        OpenTransaction handOver = new OpenTransaction(
                tenancy,
                finance,
                () -> world.handOver(finance, early, other.user().orElseThrow()));

        contact.commit();
        assertThat(others.sync(100).holds()).isEmpty();

        handOver.commit();
        assertThat(others.sync(100).holds()).hasSize(2).isEqualTo(Phone.fresh(client, other));
    }

    @Test
    void a_customer_that_changes_hands_late_leaves_the_phone_then() throws InterruptedException {
        Phone phone = new Phone(client, rep).sync(100);
        OpenTransaction handOver = new OpenTransaction(
                tenancy,
                finance,
                () -> world.handOver(finance, early, other.user().orElseThrow()));
        world.rename(finance, late, "Late");
        assertThat(phone.sync(100).ids("Customer")).hasSize(2);

        handOver.commit();
        JsonPath page = phone.page(100);
        assertThat(page.<String>getList("deletions.id")).containsExactly(NodeId.of(NodeKind.CUSTOMER, early));
        assertThat(phone.holds()).isEqualTo(Phone.fresh(client, rep));
    }

    @Test
    void what_is_undone_is_not_told() throws InterruptedException {
        Phone phone = new Phone(client, rep).sync(100);
        OpenTransaction open = new OpenTransaction(tenancy, finance, () -> {
            world.rename(finance, early, "Never");
            QuarkusTransaction.setRollbackOnly();
        });
        world.rename(finance, late, "Late");
        phone.sync(100);
        assertThatThrownBy(open::commit).isInstanceOf(IllegalStateException.class);

        assertThat(phone.page(100).getList("nodes")).isEmpty();
        assertThat(phone.holds()).isEqualTo(Phone.fresh(client, rep));
    }

    @Test
    void what_is_still_open_keeps_later_ones_from_being_forgotten() throws InterruptedException {
        Phone phone = new Phone(client, rep).sync(100);
        OpenTransaction open = new OpenTransaction(tenancy, finance, () -> world.rename(finance, early, "Early"));
        world.rename(finance, late, "Late");
        tenancy.callOutside(tenant, () -> {
            feed.forget(Duration.ZERO);
            return true;
        });

        assertThat(phone.page(100).<String>getList("nodes.name")).containsExactly("Late");
        open.commit();
        JsonPath page = phone.page(100);
        assertThat(page.<String>getList("nodes.name")).containsExactly("Early");
        assertThat(page.getBoolean("reset")).isFalse();
    }
}
