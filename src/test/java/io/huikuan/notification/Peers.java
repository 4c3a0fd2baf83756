package io.huikuan.notification;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The other side of every channel, within this process: a mail server, and a web server that answers as it is told. */
public class Peers implements QuarkusTestResourceLifecycleManager {

    public static final WireMockServer WEB =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    public static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Override
    public Map<String, String> start() {
        WEB.start();
        MAIL.start();
        return Map.of(
                "huikuan.notification.http.private-addresses", "true",
                "huikuan.notification.http.timeout", "2s",
                "huikuan.mail.from", "Collections <collections@huikuan.example>",
                "huikuan.mail.alert-url", "https://app.huikuan.example/alerts/{id}",
                // A test must not depend on the state in which another left a connection.
                "quarkus.mailer.keep-alive", "false",
                "huikuan.portal.invitation-url", "https://portal.huikuan.example/invitations/{secret}",
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", Integer.toString(MAIL.getSmtp().getPort()),
                "huikuan.push.fcm.service-account", serviceAccount().toString(),
                "huikuan.push.fcm.url", WEB.baseUrl());
    }

    private static Path serviceAccount() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            String key = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(pair.getPrivate().getEncoded())
                    .replace("\n", "\\n");
            Path file = Files.createTempFile("service-account", ".json");
            file.toFile().deleteOnExit();
            Files.writeString(file, """
                    {"type": "service_account", "project_id": "test-project", "private_key_id": "k1", "client_email": "sender@test-project.example",
                     "private_key": "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n", "token_uri": "%s/token"}""".formatted(key, WEB.baseUrl()));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        WEB.stop();
        MAIL.stop();
    }
}
