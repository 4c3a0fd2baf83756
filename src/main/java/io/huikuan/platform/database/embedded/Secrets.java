package io.huikuan.platform.database.embedded;

import io.huikuan.platform.database.DatabaseAccess.Login;
import io.huikuan.platform.database.DatabaseRefused;
import io.huikuan.platform.home.OwnerOnly;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of the embedded server's roles: made by chance at the first start and kept in the home, for its owner only. */
record Secrets(Login superuser, Login owner, Login app) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Reads the file, or makes it where it is not there. */
    static Secrets in(Path file) throws IOException {
        if (!Files.exists(file)) {
            OwnerOnly.write(file, """
                    # Passwords of the embedded PostgreSQL. Without this file its data cannot be opened.
                    postgres=%s
                    huikuan_owner=%s
                    huikuan_app=%s
                    """.formatted(password(), password(), password()));
        }
        Properties passwords = new Properties();
        passwords.load(new StringReader(Files.readString(file)));
        return new Secrets(
                login(file, passwords, "postgres"),
                login(file, passwords, "huikuan_owner"),
                login(file, passwords, "huikuan_app"));
    }

    private static Login login(Path file, Properties passwords, String role) {
        String password = passwords.getProperty(role);
        if (password == null || password.isBlank()) {
            throw new DatabaseRefused("No password of " + role + " in " + file + ". Restore the file from a backup.");
        }
        return new Login(role, password);
    }

    /** 192 bits, with no character that needs quoting in SQL, a URL or a properties file. */
    private static String password() {
        byte[] bits = new byte[24];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
