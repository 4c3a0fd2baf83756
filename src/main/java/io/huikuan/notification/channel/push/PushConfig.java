package io.huikuan.notification.channel.push;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** How devices are pushed to. */
@ConfigMapping(prefix = "huikuan.push")
public interface PushConfig {

    /** Browsers. */
    Web web();

    /** Apps. */
    Fcm fcm();

    /** Web Push: the key pair by which push services know this sender (RFC 8292). */
    interface Web {

        /** The public key, 65 bytes in Base64 for URLs. All nodes on one database need the same pair; without it the instance makes its own and keeps it in its home. */
        Optional<String> publicKey();

        /** The private key, 32 bytes in Base64 for URLs. */
        Optional<String> privateKey();

        /** Whom an operator of a push service can ask: a mailto or https address. */
        @WithDefault("mailto:operator@localhost")
        String contact();
    }

    /** Firebase Cloud Messaging, HTTP v1. */
    interface Fcm {

        /** The file of the service account, JSON as Google gives it; none: apps cannot be registered. */
        @WithName("service-account")
        Optional<Path> serviceAccount();

        /** Where it is. */
        @WithDefault("https://fcm.googleapis.com")
        URI url();
    }
}
