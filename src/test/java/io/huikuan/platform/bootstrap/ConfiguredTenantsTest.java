package io.huikuan.platform.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.platform.bootstrap.BootstrapConfig.TenantEntry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConfiguredTenantsTest {

    @Inject
    TenantIntroduction introduction;

    @Inject
    ActingAs actingAs;

    @Inject
    Sql sql;

    private record Entry(String code, String name, String zone, String currency) implements TenantEntry {}

    @Test
    void a_configured_tenant_is_there_with_default_settings() {
        start(new Entry("boot-1", "Demo Supplier", "America/Los_Angeles", "USD"));
        assertThat(stored("boot-1")).isEqualTo("Demo Supplier America/Los_Angeles USD {30,60,90}");
    }

    @Test
    void a_tenant_that_is_there_stays_as_it_is() {
        start(new Entry("boot-2", "First", "Asia/Shanghai", "CNY"));
        start(new Entry("boot-2", "Second", "Asia/Tokyo", "JPY"));
        assertThat(stored("boot-2")).startsWith("First Asia/Shanghai CNY");
    }

    @Test
    void many_nodes_may_start_at_once() {
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(
                                () -> start(new Entry("boot-3", "Demo", "Pacific/Kiritimati", "AUD"))))
                        .limit(8)
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(stored("boot-3")).startsWith("Demo Pacific/Kiritimati AUD");
    }

    @Test
    void a_wrong_entry_refuses_the_start_and_says_what_is_wrong() {
        assertThatThrownBy(() -> start(
                        new Entry("boot-4", "Demo", "Asia/Shanghai", "CNY"), new Entry("boot 5", " ", "+08:00", "RMB")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("huikuan.bootstrap.tenants: boot 5: code 'boot 5' is not of letters")
                .hasMessageContaining("the name is blank")
                .hasMessageContaining("zone '+08:00' is no IANA time zone")
                .hasMessageContaining("currency 'RMB' is no ISO 4217 code");
        assertThat(introduced("boot-4")).isFalse();
    }

    @Test
    void no_tenant_is_no_mistake() {
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    private void start(Entry... entries) {
        new ConfiguredTenants(() -> List.copyOf(List.<TenantEntry>of(entries)), introduction)
                .introduce(new StartupEvent());
    }

    private String stored(String code) {
        Actor tenant = Actor.system(Uuids.tenant(code), code, ZoneId.of("UTC"), "EUR");
        return actingAs.call(
                tenant,
                () -> QuarkusTransaction.requiringNew().call(() -> sql.of("""
                select t.name || ' ' || t.time_zone || ' ' || t.base_currency || ' ' || s.aging_buckets::text as a
                from tenant t join tenant_settings s on s.tenant_id = t.tenant_id
                where t.tenant_id = :tenant and s.tenant_id = :tenant""").one(row -> row.text("a"))));
    }

    private boolean introduced(String code) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.acrossTenants("select exists (select from tenant where tenant_id = :id) as a")
                        .bind("id", Uuids.tenant(code))
                        .one(row -> row.flag("a")));
    }
}
