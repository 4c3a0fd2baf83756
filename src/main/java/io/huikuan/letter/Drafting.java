package io.huikuan.letter;

/** What became of a letter that was to be written: a draft, or a reason why there is none. */
sealed interface Drafting permits Drafted, Drafting.Refused {

    /** There is no such letter to write. */
    record Refused(Issued.Reason reason) implements Drafting {}
}
