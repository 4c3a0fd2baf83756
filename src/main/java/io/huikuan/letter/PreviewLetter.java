package io.huikuan.letter;

/**
 * A letter to be looked at.
 *
 * @param contactPersonId to whom; null: as by itself
 * @param paymentId for which payment a receipt thanks; null: the latest
 */
public record PreviewLetter(
        String customerId, LetterKind kind, String contactPersonId, String paymentId, LetterTrial trial) {

    /** The letter, as it would be wished for. */
    LetterWish wish() {
        return new LetterWish(
                "",
                customerId,
                kind,
                null,
                trial.withStatement(),
                trial.warning(),
                trial.language(),
                contactPersonId,
                paymentId,
                null);
    }
}
