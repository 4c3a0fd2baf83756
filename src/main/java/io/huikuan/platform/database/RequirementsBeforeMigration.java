package io.huikuan.platform.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Has the database checked before the first migration touches it. */
@Singleton
class RequirementsBeforeMigration implements FlywayConfigurationCustomizer {

    private final DatabaseConfig config;

    RequirementsBeforeMigration(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public void customize(FluentConfiguration migrations) {
        new DatabaseRequirements(config.access()).check();
    }
}
