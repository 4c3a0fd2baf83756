package io.huikuan.platform.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * A database server that the service runs for itself. It is found by {@link ServiceLoader} and named nowhere in code, so that nothing
 * of it gets into a native executable, where no provider is registered.
 */
public interface DatabaseServer {

    /**
     * How the server is to be run.
     *
     * @param home the instance's directory: data, passwords, programs
     * @param programs where the server's programs are unpacked
     * @param port the TCP port on the loopback interface; 0 takes any free one at each start
     * @param fresh whether data of an earlier process is thrown away; for tests
     * @param parameters further parameters of the server by name, over the default ones
     */
    record Settings(Path home, Path programs, int port, boolean fresh, Map<String, String> parameters) {}

    /**
     * Starts the server, or joins the one that is already running on the same home, and makes sure of the two roles and the database.
     * The server is stopped when the last process that uses it ends.
     *
     * @throws DatabaseRefused when it cannot run here
     */
    DatabaseAccess start(Settings settings);
}
