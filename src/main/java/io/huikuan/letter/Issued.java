package io.huikuan.letter;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.UserError;
import java.util.List;

/** What became of a letter that was to be issued. What is not done has changed nothing: no number is used up. */
public sealed interface Issued {

    /** It was issued. */
    record Done(Letter letter) implements Issued {}

    /** It was not. */
    record Not(Reason reason) implements Issued {}

    /** It would pass guard rails, and nobody said why it had to. */
    record Outside(List<UserError> errors) implements Issued {
        public Outside {
            errors = List.copyOf(errors);
        }
    }

    /** Why a letter was not issued. */
    enum Reason {
        NO_CUSTOMER(ErrorCode.NOT_FOUND, "customerId", "There is no such customer."),
        NO_PERSON(ErrorCode.NOT_FOUND, "contactPersonId", "There is no such person at this customer."),
        NO_PAYMENT(ErrorCode.NOT_FOUND, "paymentId", "There is no payment for which to thank."),
        NOTHING_TO_DUN(
                ErrorCode.NOTHING_TO_DUN,
                "customerId",
                "Nothing is open, or overdue where the letter says so, that is neither promised nor disputed."),
        NO_TEMPLATE_FITS(
                ErrorCode.TEMPLATE_INVALID, "kind", "The text of this letter comes out empty for this customer."),
        NEEDS_APPROVED_STAGE(
                ErrorCode.STAGE_NEEDS_APPROVAL,
                "kind",
                "This letter leaves the house from an approved stage of an escalation only."),
        STATEMENT_TOO_LONG(
                ErrorCode.TOO_LARGE, "withStatement", "The statement of account is too long to be enclosed.");

        private final ErrorCode code;
        private final String field;
        private final String message;

        Reason(ErrorCode code, String field, String message) {
            this.code = code;
            this.field = field;
            this.message = message;
        }

        /** The stable code. */
        public ErrorCode code() {
            return code;
        }

        /** The field of the wish that is at fault. */
        public String field() {
            return field;
        }

        /** The same for people. */
        public String message() {
            return message;
        }
    }
}
