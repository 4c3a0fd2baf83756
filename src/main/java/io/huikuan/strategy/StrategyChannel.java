package io.huikuan.strategy;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** By which way a step of a strategy reaches the customer. */
@Enum("StrategyChannel")
@Description("By which way a step of a strategy reaches the customer.")
public enum StrategyChannel {
    @Description("Somebody of ours is to call; a logged call closes the task.")
    PHONE_TASK,
    @Description("Somebody of ours is to visit; a logged visit or meeting closes the task.")
    VISIT_TASK,
    @Description("A letter goes out by e-mail; where that cannot be done it is printed.")
    EMAIL,
    @Description("A letter is printed.")
    LETTER,
    @Description(
            "An alert tells our own people: the robots of the region's group chats, and the owner as he wants to be told. The customer hears nothing.")
    ROBOT;

    /** Those that are for a person to do. */
    public static final Set<StrategyChannel> TASKS = EnumSet.of(PHONE_TASK, VISIT_TASK);

    /** Whether it sends the customer a letter. */
    public boolean isLetter() {
        return this == EMAIL || this == LETTER;
    }

    /** Whether it is for a person to do; else it goes out by itself. */
    public boolean isTask() {
        return TASKS.contains(this);
    }
}
