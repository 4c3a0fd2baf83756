package io.huikuan.sellthrough;

/** What became of a delivery or a report that was to be recorded (rule 15). */
public enum Booked {
    /** It was not known and is now. */
    CREATED,
    /** It was known with the same content: nothing changed. */
    UNCHANGED,
    /** A report took the place of another one for its customer, product and day, or a known delivery names its products otherwise. */
    UPDATED,
    /** Its number belongs to a delivery of another customer, day, product, quantity or price: nothing changed. */
    CHANGED;

    /** Whether facts are different from before. */
    public boolean isNews() {
        return this == CREATED || this == UPDATED;
    }
}
