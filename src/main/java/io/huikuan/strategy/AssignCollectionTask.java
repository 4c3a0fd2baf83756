package io.huikuan.strategy;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** To whom an open task is given. */
@DefaultNonNull
@Input("AssignCollectionTaskInput")
@Description("To whom an open task is given.")
public record AssignCollectionTask(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which task.") String id,

        @Description("The version of the task that was read; another one is STALE.")
        int version,

        @Id @Description("Who is to do it; he must see the customer.")
        String assigneeId) {}
