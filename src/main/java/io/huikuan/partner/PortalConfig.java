package io.huikuan.partner;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the partner portal is. */
@ConfigMapping(prefix = "huikuan.portal")
public interface PortalConfig {

    /** Where an invitation is accepted; {@code {secret}} becomes its secret. None: invitations are not sent by e-mail. */
    Optional<String> invitationUrl();
}
