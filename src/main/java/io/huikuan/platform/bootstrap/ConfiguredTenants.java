package io.huikuan.platform.bootstrap;

import io.huikuan.platform.bootstrap.BootstrapConfig.TenantEntry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import org.jboss.logging.Logger;

/** Introduces the tenants of the configuration at start, before anything else looks for tenants. */
@Singleton
class ConfiguredTenants {

    private static final Logger LOG = Logger.getLogger(ConfiguredTenants.class);

    /** Before the observers of features, which have the default of 2500. */
    private static final int EARLY = 100;

    private final BootstrapConfig config;
    private final TenantIntroduction introduction;

    ConfiguredTenants(BootstrapConfig config, TenantIntroduction introduction) {
        this.config = config;
        this.introduction = introduction;
    }

    void introduce(@Observes @Priority(EARLY) StartupEvent start) {
        List<NewTenant> tenants =
                config.tenants().stream().map(ConfiguredTenants::checked).toList();
        tenants.forEach(introduction::introduce);
        if (!introduction.isThereAny()) {
            LOG.warn("There is no tenant yet, so nobody can come in: see huikuan.bootstrap.tenants");
        }
    }

    /** A wrong entry refuses the start: a tenant in a wrong time zone would be found out only by its due dates. */
    private static NewTenant checked(TenantEntry entry) {
        List<String> wrong = NewTenant.whatIsWrong(entry.code(), entry.name(), entry.zone(), entry.currency());
        if (!wrong.isEmpty()) {
            throw new ConfigurationException(
                    "huikuan.bootstrap.tenants: " + entry.code() + ": " + String.join("; ", wrong));
        }
        return new NewTenant(entry.code(), entry.name(), ZoneId.of(entry.zone()), entry.currency());
    }
}
