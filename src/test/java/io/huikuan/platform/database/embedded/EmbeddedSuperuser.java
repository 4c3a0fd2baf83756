package io.huikuan.platform.database.embedded;

import io.huikuan.platform.database.DatabaseAccess.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The superuser of the embedded server, for tests that must do what the service never does. */
public final class EmbeddedSuperuser {

    private EmbeddedSuperuser() {}

    public static Login of(Path home) {
        try {
            return Secrets.in(home.toAbsolutePath().resolve("postgresql.passwords"))
                    .superuser();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
