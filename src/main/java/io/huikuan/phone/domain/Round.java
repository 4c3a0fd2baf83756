package io.huikuan.phone.domain;

import java.util.Optional;

/**
 * One asking for all that changed, over as many pages as it takes, and how far it has come.
 *
 * @param since what the phone knew before; empty: it begins from nothing
 * @param until what it will know when the round is over, taken before anything was read: what is committed later belongs to the next round
 * @param spot how far it has come
 */
public record Round(Optional<Horizon> since, Horizon until, Spot spot) {

    /** A round from nothing: everything that is there. */
    public static Round fromNothing(Horizon now) {
        return new Round(Optional.empty(), now, Spot.startOf(Step.CUSTOMERS));
    }

    /** A round of what happened since. */
    public static Round from(Horizon since, Horizon now) {
        return new Round(Optional.of(since), now, Spot.startOf(Step.GONE));
    }

    /** Whether it tells everything that is there, not what changed. */
    public boolean isFromNothing() {
        return since.isEmpty();
    }

    /** The earliest horizon from which it still has to know what happened. */
    public Horizon base() {
        return since.orElse(until);
    }

    /** Whether nothing was told yet. */
    public boolean isNew() {
        return spot.equals(Spot.startOf(isFromNothing() ? Step.CUSTOMERS : Step.GONE));
    }

    /** Whether nothing is left to tell. */
    public boolean isOver() {
        return spot.step() == Step.OVER;
    }

    /** The round further on. */
    public Round at(Spot further) {
        return new Round(since, until, further);
    }

    /** The round at the next step; everything that a round from nothing has are the things. */
    public Round atNextStep() {
        Step next = spot.step().next();
        return at(Spot.startOf(isFromNothing() && !next.isWhole() ? Step.OVER : next));
    }
}
