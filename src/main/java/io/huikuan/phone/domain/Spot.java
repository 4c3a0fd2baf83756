package io.huikuan.phone.domain;

import java.util.UUID;

/**
 * How far a round has come: what was told last. The next thing is the first one beyond it.
 *
 * @param step in which part of the round
 * @param transaction of {@link Step#TOUCHED}: by which transaction it was touched; 0 elsewhere
 * @param group of {@link Step#TOUCHED}: the code of its kind; elsewhere the id of its customer
 * @param id which one
 */
public record Spot(Step step, long transaction, String group, UUID id) {

    private static final UUID NONE = new UUID(0, 0);

    /** The spot before everything of the step. */
    public static Spot startOf(Step step) {
        return new Spot(step, 0, step == Step.TOUCHED ? "" : NONE.toString(), NONE);
    }

    /** The spot of a thing of a customer. */
    public static Spot at(Step step, UUID customer, UUID id) {
        return new Spot(step, 0, customer.toString(), id);
    }

    /** The customer at hand; not of {@link Step#TOUCHED}. */
    public UUID customer() {
        return UUID.fromString(group);
    }
}
