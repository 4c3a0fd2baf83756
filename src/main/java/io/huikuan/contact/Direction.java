package io.huikuan.contact;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Who made the contact. */
@Enum("Direction")
@Description("Who made the contact.")
public enum Direction {
    @Description("We did.")
    OUTBOUND,
    @Description("The customer did.")
    INBOUND
}
