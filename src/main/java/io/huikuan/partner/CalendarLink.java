package io.huikuan.partner;

import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;

/** That the partner who is asking has a calendar link; what it is is shown only when it is made. */
@DefaultNonNull
@Description("Your secret link to the calendar of your installments; its address is shown only when it is made.")
public record CalendarLink(@Description("When it was made.") Instant createdAt) {}
