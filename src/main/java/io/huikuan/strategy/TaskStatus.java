package io.huikuan.strategy;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Where a task or message of a strategy stands. */
@Enum("TaskStatus")
@Description("Where a task or message of a strategy stands.")
public enum TaskStatus {
    @Description("A person is to do it.")
    OPEN,
    @Description("It goes out by itself as soon as it may.")
    WAITING,
    @Description("The contact was logged, the letter was issued, or our own people were told.")
    DONE,
    @Description("It could not be done; the reason tells why.")
    FAILED,
    @Description("It is not done: its cause went away or something else came in its place; the reason tells which.")
    SKIPPED;

    /** Those that are not at an end. */
    public static final Set<TaskStatus> LIVING = EnumSet.of(OPEN, WAITING);
}
