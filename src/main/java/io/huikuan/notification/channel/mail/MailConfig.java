package io.huikuan.notification.channel.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How e-mail is sent; the server and its password are {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "huikuan.mail")
public interface MailConfig {

    /** From whom; without it no e-mail is sent. */
    Optional<String> from();

    /** Where people open an alert; {@code {id}} becomes its id. None: messages have no link. */
    Optional<String> alertUrl();

    /** How long the server may take for one message. */
    @WithDefault("PT30S")
    Duration timeout();
}
