package io.huikuan.notification.channel;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Where a message goes. */
public sealed interface Address {

    /** Names what is out of order when messages to this address fail: while it is, nothing else is sent there either. */
    String circuit();

    /** The log of the service. */
    record LogOfService() implements Address {
        @Override
        public String circuit() {
            return "log";
        }
    }

    /** A person's e-mail address. All of them hang on one mail server. */
    record Mailbox(String address, String name) implements Address {

        /** The circuit of all. */
        public static final String CIRCUIT = "mail";

        @Override
        public String circuit() {
            return CIRCUIT;
        }
    }

    /**
     * A browser (RFC 8030).
     *
     * @param key the browser's public key, {@code p256dh}, in Base64 for URLs
     * @param secret what only the browser and we know, {@code auth}, likewise
     */
    record Browser(UUID device, URI endpoint, String key, String secret) implements Address {
        @Override
        public String circuit() {
            return "push " + endpoint.getHost();
        }
    }

    /** An app that Firebase Cloud Messaging reaches. */
    record App(UUID device, String token) implements Address {
        @Override
        public String circuit() {
            return "push fcm";
        }
    }

    /**
     * A system of the tenant.
     *
     * @param previousSecret signs too, while the secret is being changed
     */
    record Webhook(UUID endpoint, URI url, String secret, Optional<String> previousSecret) implements Address {
        @Override
        public String circuit() {
            return endpoint.toString();
        }
    }

    /**
     * A robot of a group chat.
     *
     * @param secret with which its requests are signed, where it has one
     */
    record Robot(UUID endpoint, RobotKind kind, URI url, Optional<String> secret) implements Address {
        @Override
        public String circuit() {
            return endpoint.toString();
        }
    }

    /** Whose group chat it is. */
    enum RobotKind {
        WECOM,
        DINGTALK,
        FEISHU
    }
}
