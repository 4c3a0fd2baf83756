package io.huikuan.platform.security;

import io.huikuan.kernel.identity.Role;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code token --tenant demo --role FINANCE}: prints a token signed by the instance's own key. It reads configuration and the key only, so it
 * works without a database and beside a running service.
 *
 * @param out where the token goes, and nothing else
 * @param err where complaints go
 */
public record TokenCommand(PrintStream out, PrintStream err) {

    /** The exit code when the arguments are not understood. */
    public static final int BAD_ARGUMENTS = 2;

    private static final int REFUSED = 1;
    private static final long MOST_DAYS = 3660;
    private static final Set<String> OPTIONS =
            Set.of("--tenant", "--role", "--sub", "--name", "--email", "--region", "--customer", "--days");
    private static final String USAGE = """
            Usage: token --tenant CODE --role ROLE[,ROLE] [--sub ID] [--name NAME] [--email ADDRESS]
                         [--region REGION] [--customer CODE] [--days DAYS]
              --role      ADMIN, FINANCE, MANAGER, REP or PARTNER
              --sub       who it is, lastingly; by default the first role in lower case
              --customer  the code of a partner's customer; with PARTNER only
              --days      how long it is good; 30 by default""";

    /** Prints the token; answers the exit code. */
    public int run(List<String> arguments) {
        TokenRequest request;
        try {
            request = request(options(arguments));
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return BAD_ARGUMENTS;
        }
        try {
            out.println(signer().sign(request, Clock.systemUTC().instant()));
            return 0;
        } catch (ConfigurationException e) {
            err.println(e.getMessage());
            return REFUSED;
        }
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (!OPTIONS.contains(option)) {
                throw new IllegalArgumentException("There is no option '" + option + "'.");
            }
            if (i + 1 == arguments.size()
                    || arguments.get(i + 1).isBlank()
                    || arguments.get(i + 1).startsWith("--")) {
                throw new IllegalArgumentException("The option " + option + " needs a value.");
            }
            if (options.put(option, arguments.get(i + 1).strip()) != null) {
                throw new IllegalArgumentException("The option " + option + " is given twice.");
            }
        }
        return options;
    }

    private static TokenRequest request(Map<String, String> options) {
        String tenant = required(options, "--tenant");
        Set<Role> roles = roles(required(options, "--role"));
        String subject =
                options.getOrDefault("--sub", roles.iterator().next().name().toLowerCase(Locale.ROOT));
        return new TokenRequest(
                tenant,
                subject,
                options.getOrDefault("--name", subject),
                Optional.ofNullable(options.get("--email")),
                roles,
                Optional.ofNullable(options.get("--region")),
                Optional.ofNullable(options.get("--customer")),
                Duration.ofDays(days(options.getOrDefault("--days", "30"))));
    }

    private static String required(Map<String, String> options, String option) {
        return Optional.ofNullable(options.get(option))
                .orElseThrow(() -> new IllegalArgumentException("The option " + option + " is needed."));
    }

    private static Set<Role> roles(String text) {
        Set<Role> roles = new LinkedHashSet<>();
        for (String name : text.split(",", -1)) {
            roles.add(Arrays.stream(Role.values())
                    .filter(role -> role.name().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no role '" + name + "'.")));
        }
        return roles;
    }

    private static long days(String text) {
        if (!text.matches("[0-9]{1,4}") || Long.parseLong(text) < 1 || Long.parseLong(text) > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "--days is a whole number from 1 to " + MOST_DAYS + ", not '" + text + "'.");
        }
        return Long.parseLong(text);
    }

    /** Not the application's configuration: reading that one starts the embedded database. */
    private static TokenSigner signer() {
        SmallRyeConfig config =
                ConfigUtils.emptyConfigBuilder().withMapping(TokenConfig.class).build();
        Path home = config.getValue("huikuan.home", Path.class).toAbsolutePath();
        String verifiedBy = config.getValue("mp.jwt.verify.publickey.location", String.class);
        if (!verifiedBy.equals(InstanceKey.locationIn(config.getValue("huikuan.home", String.class)))) {
            throw new ConfigurationException("This instance verifies tokens by " + verifiedBy
                    + ", not by a key of its own: ask that identity provider for a token.");
        }
        TokenConfig tokens = config.getConfigMapping(TokenConfig.class);
        return new TokenSigner(InstanceKey.privateKeyOf(home), tokens.issuer(), tokens.audience());
    }
}
