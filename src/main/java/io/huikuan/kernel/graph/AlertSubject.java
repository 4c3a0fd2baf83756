package io.huikuan.kernel.graph;

import io.smallrye.graphql.api.Union;
import org.eclipse.microprofile.graphql.Description;

/** A thing that somebody can be alerted to. It is here because its members belong to capabilities that know nothing of alerts. */
@Union("AlertSubject")
@Description("What an alert is about.")
public interface AlertSubject {}
