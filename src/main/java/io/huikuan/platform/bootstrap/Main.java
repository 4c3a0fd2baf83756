package io.huikuan.platform.bootstrap;

import io.huikuan.platform.security.TokenCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;

/** The program: without arguments it runs the service; {@code token} prints a token and ends. */
@QuarkusMain
public final class Main {

    Main() {}

    /** Starts. */
    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("token")) {
            System.exit(new TokenCommand(System.out, System.err)
                    .run(Arrays.asList(arguments).subList(1, arguments.length)));
        }
        if (arguments.length > 0) {
            System.err.println("There is no command '" + arguments[0]
                    + "'. Without arguments the service runs; 'token' prints a token.");
            System.exit(TokenCommand.BAD_ARGUMENTS);
        }
        Quarkus.run(arguments);
    }
}
