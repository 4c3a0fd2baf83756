package io.huikuan.letter;

import io.huikuan.kernel.text.Language;
import java.util.Set;
import java.util.UUID;

/**
 * A letter to be issued.
 *
 * @param route how it is to go; a {@link LetterKind#LAWYERS_LETTER} is printed in any case
 * @param withStatement whether a statement of account is enclosed; a {@link LetterKind#STATEMENT} has one in any case
 * @param warning of what it warns; null: of nothing
 * @param causeId the step or case that made it; null where a person did
 * @param language null: the customer's, or else the tenant's
 * @param contactPerson to whom; null: the person who processes payments or decides, by kind
 * @param payment for which payment a {@link LetterKind#RECEIPT} thanks; null: the latest
 * @param leftOut receivables that are not asked for, though they may be dunned
 */
public record IssueLetter(
        UUID customerId,
        LetterKind kind,
        LetterRoute route,
        boolean withStatement,
        LetterWarning warning,
        LetterCause cause,
        UUID causeId,
        Language language,
        UUID contactPerson,
        UUID payment,
        Set<UUID> leftOut) {

    public IssueLetter {
        leftOut = Set.copyOf(leftOut);
    }

    /** A letter in the customer's language to whom it concerns there, without statement and warning. */
    public static IssueLetter of(
            UUID customer, LetterKind kind, LetterRoute route, LetterCause cause, UUID causeIdOrNull) {
        return new IssueLetter(customer, kind, route, false, null, cause, causeIdOrNull, null, null, null, Set.of());
    }

    /** The same letter, with a statement of account. */
    public IssueLetter enclosingStatement() {
        return new IssueLetter(
                customerId, kind, route, true, warning, cause, causeId, language, contactPerson, payment, leftOut);
    }

    /** The same letter, with this warning. */
    public IssueLetter warning(LetterWarning another) {
        return new IssueLetter(
                customerId,
                kind,
                route,
                withStatement,
                another,
                cause,
                causeId,
                language,
                contactPerson,
                payment,
                leftOut);
    }

    /** The same letter as thanks for this payment. */
    public IssueLetter forPayment(UUID another) {
        return new IssueLetter(
                customerId,
                kind,
                route,
                withStatement,
                warning,
                cause,
                causeId,
                language,
                contactPerson,
                another,
                leftOut);
    }

    /** The same letter, which does not ask for these receivables. */
    public IssueLetter leavingOut(Set<UUID> others) {
        return new IssueLetter(
                customerId,
                kind,
                route,
                withStatement,
                warning,
                cause,
                causeId,
                language,
                contactPerson,
                payment,
                others);
    }

    /** Whether a statement of account goes with it. */
    public boolean enclosesStatement() {
        return withStatement || kind == LetterKind.STATEMENT;
    }

    /** How it goes where nothing stands in the way. */
    LetterRoute wantedRoute() {
        return kind == LetterKind.LAWYERS_LETTER ? LetterRoute.PRINT : route;
    }
}
