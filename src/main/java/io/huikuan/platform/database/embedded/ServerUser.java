package io.huikuan.platform.database.embedded;

import io.huikuan.platform.database.DatabaseRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * As whom the server runs. PostgreSQL refuses to run as root, and as a user whom the system has no name for; in containers one of the two is
 * often who starts things. There it runs in a user namespace, where everybody is nobody, or as another user.
 */
enum ServerUser {
    /** Whoever runs the service. */
    SAME(""),
    /** Whoever runs the service, seen as nobody from inside a user namespace. */
    IN_NAMESPACE("unshare --user"),
    /** The user nobody, to whom the server's directory is given. */
    NOBODY("setpriv --reuid=nobody --regid=" + nobodysGroup() + " --clear-groups");

    private final String prefix;

    ServerUser(String prefix) {
        this.prefix = prefix;
    }

    /** The way that works here; refused where none does. */
    static ServerUser here() {
        if (OperatingSystem.isWindows() || (!isRoot() && hasName())) {
            return SAME;
        }
        for (ServerUser user : List.of(IN_NAMESPACE, NOBODY)) {
            if (user.worksHere()) {
                return user;
            }
        }
        throw new DatabaseRefused(
                "PostgreSQL does not run as root or as a user without a name, and neither 'unshare --user' nor 'setpriv --reuid=nobody' is"
                        + " allowed here. Run the service as an ordinary, named user, or set huikuan.db.url to a PostgreSQL of your own"
                        + " (src/docs/external-database.md).");
    }

    /** The words in front of a command. */
    List<String> prefix() {
        return prefix.isEmpty() ? List.of() : List.of(prefix.split(" ", -1));
    }

    /** Makes the server's directory one that this user owns. */
    void own(Path directory) throws IOException {
        if (this == NOBODY) {
            Permissions.giveTo("nobody", directory);
        } else if (isRoot()) {
            Permissions.giveTo("root", directory);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** The user's number always has an entry where the service runs as somebody known; in containers it may be any number. */
    private static boolean hasName() {
        return run(List.of("id", "-un")).isPresent();
    }

    boolean worksHere() {
        List<String> command = new ArrayList<>(prefix());
        command.addAll(List.of("id", "-u"));
        return answers("65534", command);
    }

    private static String nobodysGroup() {
        return answers("nogroup", List.of("id", "-gn", "nobody")) ? "nogroup" : "nobody";
    }

    private static boolean answers(String expected, List<String> command) {
        return run(command).filter(expected::equals).isPresent();
    }

    /** What the command prints; empty when it fails or is not there. */
    private static Optional<String> run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean succeeded = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
            return succeeded ? Optional.of(answer.strip()) : Optional.empty();
        } catch (IOException e) {
            // The program is not there, which is an answer too.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
