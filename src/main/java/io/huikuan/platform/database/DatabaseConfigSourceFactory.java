package io.huikuan.platform.database;

import io.huikuan.platform.database.DatabaseAccess.Login;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Answers {@code huikuan.db.*} where nobody has configured a database: starts the embedded one while the configuration is being read,
 * thus before the pool, the migrations and Hibernate ask for their URL. In the same way in production, dev mode and tests.
 */
public final class DatabaseConfigSourceFactory implements ConfigSourceFactory {

    private static final String URL = "huikuan.db.url";
    private static final List<String> LOGINS = List.of(
            "huikuan.db.owner.username",
            "huikuan.db.owner.password",
            "huikuan.db.app.username",
            "huikuan.db.app.password");
    private static final String PARAMETERS = "huikuan.db.embedded.settings.";

    /** Below application.properties (250): whatever is configured anywhere wins. */
    private static final int ORDINAL = 50;

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (!isRunningApplication(context)) {
            return List.of();
        }
        Map<String, String> values = new HashMap<>();
        values.put(
                "huikuan.db.application-name",
                "huikuan-" + ProcessHandle.current().pid());
        if (value(context, URL).isPresent()) {
            refuseMissingLogins(context);
        } else {
            values.putAll(valuesOf(server().start(settings(context))));
        }
        return List.of(new PropertiesConfigSource(values, "Huikuan's database", ORDINAL));
    }

    /** The build reads configuration too, and must not start servers; only a running application has an id of its own. */
    private static boolean isRunningApplication(ConfigSourceContext context) {
        return value(context, "quarkus.uuid").isPresent();
    }

    private static void refuseMissingLogins(ConfigSourceContext context) {
        List<String> missing =
                LOGINS.stream().filter(name -> value(context, name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new DatabaseRefused("A database is configured by " + URL + ", but not who enters it. Missing: "
                    + String.join(", ", missing) + ". See src/docs/external-database.md.");
        }
    }

    private static DatabaseServer server() {
        Iterator<DatabaseServer> servers =
                ServiceLoader.load(DatabaseServer.class).iterator();
        if (!servers.hasNext()) {
            throw new DatabaseRefused("No database is configured. A native executable carries none of its own: set "
                    + URL + " and " + String.join(", ", LOGINS) + ". See src/docs/external-database.md.");
        }
        return servers.next();
    }

    private static DatabaseServer.Settings settings(ConfigSourceContext context) {
        Path home = Path.of(value(context, "huikuan.home").orElse("data"))
                .toAbsolutePath()
                .normalize();
        Path programs = value(context, "huikuan.db.embedded.programs")
                .map(path -> Path.of(path).toAbsolutePath().normalize())
                .orElse(home);
        return new DatabaseServer.Settings(
                home,
                programs,
                port(value(context, "huikuan.db.embedded.port").orElse("0")),
                value(context, "huikuan.db.embedded.fresh")
                        .map(Boolean::parseBoolean)
                        .orElse(false),
                parameters(context));
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new DatabaseRefused("huikuan.db.embedded.port is not a port: " + text);
        }
        return Integer.parseInt(text);
    }

    private static Map<String, String> parameters(ConfigSourceContext context) {
        Map<String, String> parameters = new HashMap<>();
        Iterator<String> names = context.iterateNames();
        while (names.hasNext()) {
            String name = names.next();
            if (name.startsWith(PARAMETERS)) {
                value(context, name)
                        .ifPresent(value -> parameters.put(
                                name.substring(PARAMETERS.length()).replace("\"", ""), value));
            }
        }
        return Map.copyOf(parameters);
    }

    private static Map<String, String> valuesOf(DatabaseAccess access) {
        Login owner = access.owner();
        Login app = access.app();
        return Map.of(
                URL,
                access.url(),
                "huikuan.db.owner.username",
                owner.username(),
                "huikuan.db.owner.password",
                owner.password(),
                "huikuan.db.app.username",
                app.username(),
                "huikuan.db.app.password",
                app.password());
    }

    private static Optional<String> value(ConfigSourceContext context, String name) {
        return Optional.ofNullable(context.getValue(name))
                .map(ConfigValue::getValue)
                .filter(value -> !value.isBlank());
    }
}
