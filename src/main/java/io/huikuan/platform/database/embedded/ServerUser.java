package io.huikuan.platform.database.embedded;

import io.huikuan.platform.database.DatabaseRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom the server runs. PostgreSQL refuses to run as root, and in containers root is often who starts things; there it runs in a user
 * namespace, where root is nobody, or as another user.
 */
enum ServerUser {
    /** Whoever runs the service. */
    SAME(""),
    /** Root, seen as nobody from inside a user namespace. */
    ROOT_IN_NAMESPACE("unshare --user"),
    /** The user nobody, to whom the server's directory is given. */
    NOBODY("setpriv --reuid=nobody --regid=" + nobodysGroup() + " --clear-groups");

    private final String prefix;

    ServerUser(String prefix) {
        this.prefix = prefix;
    }

    /** The way that works here; refused where none does. */
    static ServerUser here() {
        if (OperatingSystem.isWindows() || !answers("0", List.of("id", "-u"))) {
            return SAME;
        }
        for (ServerUser user : List.of(ROOT_IN_NAMESPACE, NOBODY)) {
            if (user.worksHere()) {
                return user;
            }
        }
        throw new DatabaseRefused(
                "PostgreSQL does not run as root, and neither 'unshare --user' nor 'setpriv --reuid=nobody' is"
                        + " allowed here. Run the service as an ordinary user, or set huikuan.db.url to a PostgreSQL of your own"
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
        } else if (this == ROOT_IN_NAMESPACE) {
            Permissions.giveTo("root", directory);
        }
    }

    private boolean worksHere() {
        List<String> command = new ArrayList<>(prefix());
        command.addAll(List.of("id", "-u"));
        return answers("65534", command);
    }

    private static String nobodysGroup() {
        return answers("nogroup", List.of("id", "-gn", "nobody")) ? "nogroup" : "nobody";
    }

    private static boolean answers(String expected, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(10, TimeUnit.SECONDS)
                    && process.exitValue() == 0
                    && answer.strip().equals(expected);
        } catch (IOException e) {
            // The program is not there, which is an answer too.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
