package io.huikuan.instance;

import io.huikuan.kernel.identity.Role;
import io.huikuan.platform.database.embedded.EmbeddedRemains;
import io.huikuan.platform.security.InstanceKey;
import io.huikuan.platform.security.TokenRequest;
import io.huikuan.platform.security.TokenSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A home directory with tenants, and all that runs on it: instances and their embedded database. Nothing of it outlives its closing but the logs,
 * under {@code target/instances}.
 */
final class Home implements AutoCloseable {

    private static final Path HOMES = Path.of("target/instances").toAbsolutePath();

    private final Path directory;
    private final Map<String, String> tenants = new HashMap<>();
    private final List<Instance> instances = new ArrayList<>();

    private Home(Path directory) {
        this.directory = directory;
    }

    /** One with nothing in it. */
    static Home empty() throws IOException {
        Home home = new Home(Files.createTempDirectory(Files.createDirectories(HOMES), "home"));
        Runtime.getRuntime().addShutdownHook(new Thread(home::killAll));
        return home;
    }

    /** Configures a tenant, for the instances that are started from now on. */
    Home withTenant(String code, String zone, String currency) {
        String entry = "huikuan.bootstrap.tenants[" + tenants.size() / 4 + "].";
        tenants.putAll(Map.of(
                entry + "code", code,
                entry + "name", code + " Supply",
                entry + "zone", zone,
                entry + "currency", currency));
        return this;
    }

    /** Starts an instance; it looks for jobs every second, or not at all. */
    Instance start(boolean jobs) throws IOException {
        return start(jobs, Map.of());
    }

    /** The same, with more configuration. */
    Instance start(boolean jobs, Map<String, String> more) throws IOException {
        Map<String, String> configuration = new HashMap<>(tenants);
        configuration.putAll(more);
        configuration.put("huikuan.job.every", jobs ? "1s" : "off");
        configuration.put("huikuan.imports.sweep-every", "1s");
        Path log = HOMES.resolve(directory.getFileName() + "-" + (instances.size() + 1) + ".log");
        Instance instance = Instance.start(directory, log, configuration);
        instances.add(instance);
        return instance;
    }

    /** A token of somebody who may do all that is done here, from the command of the jar. */
    String tokenOfCommand(String tenant) throws IOException, InterruptedException {
        return Instance.command(directory, List.of("token", "--tenant", tenant, "--role", "ADMIN"));
    }

    /** The same, made here by the instance's key. */
    String token(String tenant) {
        return token(tenant, Role.ADMIN, "admin");
    }

    /** A token of a person with the role. */
    String token(String tenant, Role role, String subject) {
        return token(tenant, role, subject, Optional.empty());
    }

    /** A token of one of a customer's people. */
    String partnerToken(String tenant, String customerCode) {
        return token(tenant, Role.PARTNER, "buyer of " + customerCode, Optional.of(customerCode));
    }

    private String token(String tenant, Role role, String subject, Optional<String> customer) {
        TokenRequest request = new TokenRequest(
                tenant,
                subject,
                subject,
                Optional.empty(),
                Set.of(role),
                Optional.empty(),
                customer,
                Duration.ofHours(1));
        return new TokenSigner(InstanceKey.privateKeyOf(directory), "huikuan", "huikuan")
                .sign(request, Clock.systemUTC().instant());
    }

    /** The database behind the back of the service: row-level security does not hold here. */
    Connection database() throws SQLException, IOException {
        return EmbeddedRemains.connect(directory);
    }

    /** How many rows of the table are the tenant's. */
    int count(String table, String tenant) throws SQLException, IOException {
        String question = "select count(*) from " + table + " join tenant t using (tenant_id) where t.code = ?";
        try (Connection connection = database();
                PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, tenant);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getInt(1);
            }
        }
    }

    /** Whether the embedded database is running. */
    boolean hasRunningDatabase() throws IOException {
        return EmbeddedRemains.process(directory).isPresent();
    }

    @Override
    public void close() throws IOException {
        killAll();
        EmbeddedRemains.remove(directory);
    }

    private void killAll() {
        instances.forEach(Instance::kill);
        try {
            EmbeddedRemains.kill(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
