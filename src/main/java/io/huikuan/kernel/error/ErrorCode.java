package io.huikuan.kernel.error;

/**
 * Every stable code with which the service refuses, in GraphQL errors ({@code extensions.code}), user errors ({@code code}) and the JSON
 * answers of HTTP. A code is never renamed, removed or given another meaning. {@code src/docs/errors.md} lists them.
 */
public enum ErrorCode {
    // --- the request as a whole ---
    UNAUTHENTICATED("There is no token, or it is expired, foreign, malformed or of an unknown tenant."),
    FORBIDDEN("The role may not do this."),
    BAD_REQUEST("The request is not a GraphQL request, or its document does not parse or does not fit the schema."),
    BAD_INPUT(
            "A value is not of the form that its type asks for, for example 2023-02-30 as a date or 1e3 as a decimal."),
    PERSISTED_QUERY_NOT_FOUND("The document that the request names by its hash is not known here."),
    DOCUMENT_NOT_TRUSTED("Only documents that are known here are served, and this one is not."),
    TOO_DEEP("The document is nested deeper than allowed."),
    TOO_COMPLEX("The document asks for more fields than allowed."),
    TOO_LARGE("The body, the document or a text is larger than allowed."),
    UNSUPPORTED_MEDIA("The body is of a type, charset or encoding that is not read here."),
    TOO_MANY("There are as many sockets or operations at once as allowed."),
    PAGE_SIZE("A page holds 1 to 100 rows."),
    INVALID_CURSOR("The cursor was not made by this list."),
    EXACTLY_ONE("Exactly one of the named arguments or fields must be given."),
    NOT_AVAILABLE("The thing asked for is switched off here."),
    BUSY("Too much of this kind is being done at the moment: try again later."),
    INTERNAL("A fault of the service; the message carries an id under which the log tells more."),

    // --- things and their versions ---
    NOT_FOUND("There is no such thing, or it is not yours."),
    STALE("Somebody changed it since: read it again."),
    DUPLICATE_CODE("Another one has this code or number."),
    DUPLICATE_NUMBER("Another document of this kind has this number."),
    CLIENT_KEY_REUSED("The client key was used for another input."),
    INVALID_STATUS("Its status does not allow this."),
    ALREADY_DONE("This has been done already."),
    DEPENDENCY_REFUSED("It needs what an earlier operation of the batch was to make, and that one was refused."),

    // --- values ---
    REQUIRED("A value is missing or blank."),
    TOO_LONG("The text is too long."),
    INVALID_VALUE("The value is outside of what is allowed; the message says what is."),
    INVALID_TIME_ZONE("There is no such time zone."),
    UNKNOWN_CURRENCY("There is no such currency."),
    CURRENCY_MISMATCH("The currencies differ where one is needed."),
    TOO_MANY_DECIMALS("The amount has more digits after the point than its currency."),
    AMOUNT_NOT_POSITIVE("The amount must be greater than zero."),
    SUM_MISMATCH("The rows do not sum to the whole."),
    ZERO_INSTALLMENT("An installment would be zero."),
    DATE_ORDER("The dates are in the wrong order."),
    DATE_IN_FUTURE("The date is after the business date."),
    DATE_IN_PAST("The date is before the business date."),
    CUSTOMER_CLOSED("The customer is closed."),

    // --- the ledger ---
    PERIOD_CLOSED("The date lies in a closed period."),
    BACKDATED_CONFLICT("At this date the entry would make a later day's balance negative."),
    EXCEEDS_OPEN("The amount is more than what is open."),
    EXCEEDS_UNAPPLIED("The amount is more than what is unapplied."),
    EXCEEDS_AMOUNT("The credit notes would exceed the document's amount."),
    NOTHING_TO_UNDO("There is nothing that could be undone."),
    KIND_NOT_ALLOWED("This kind of document cannot be used here."),
    PLAN_OUTDATED("The rows no longer sum to what is open."),
    PLAN_OVERLAP("A plan that is touched has open receivables that the new plan leaves out."),
    PROPOSER_CANNOT_APPROVE("The proposer may not approve what he proposed."),
    PROMISE_EXISTS("There is a promise for this receivable already that is proposed or open."),
    CONCESSION_EXISTS("A step of another concession of the customer waits for money in this currency."),

    // --- credit ---
    CREDIT_BLOCKED("The credit rules do not allow it; each reason is a refusal of its own."),

    // --- letters ---
    TEMPLATE_INVALID("The text is no template, at the line and column that the message tells, or comes out empty."),
    UNKNOWN_PLACEHOLDER(
            "The text names a placeholder that there is not, at the line and column that the message tells."),
    NOTHING_TO_DUN("Nothing is open, or overdue where the letter says so, that is neither promised nor disputed."),
    STAGE_NEEDS_APPROVAL("The letter leaves the house from an approved stage of an escalation, or by a MANAGER."),

    // --- contacts ---
    OUTSIDE_CONTACT_HOURS("It is no hour, or no day, to contact the customer: it needs a reason."),
    CONTACT_CAP("The person was contacted as often as the supplier allows: it needs a reason."),
    BELOW_FLOOR("The guard rails cannot be lowered so far, by nobody; the message says how far."),

    // --- strategies ---
    SEGMENT_TAKEN("Another strategy is for some of these customers."),

    // --- escalation ---
    ESCALATION_EXISTS("The customer has an open escalation already."),
    STAGE_NOT_WARNED("The stage before has not warned of this one, or the deadline of its warning has not passed."),

    // --- alerts, jobs ---
    ASSIGNEE_OUT_OF_SCOPE("The assignee may not see the customer."),
    AS_OF_IN_FUTURE("Nothing can be run or asked as of a day after the business date."),

    // --- attachments ---
    TOO_MANY_ATTACHMENTS("The contact record has as many attachments as it may."),
    LINK_EXPIRED("The link was good for a while only: ask for a new one."),

    // --- imports ---
    UNKNOWN_COLUMN("The header has a column that the profile does not know."),
    MISSING_COLUMN("The header lacks a column that is needed."),
    MALFORMED_FILE("The file is cut, badly quoted or not of the named form."),
    WRONG_CHARSET("The file is not in the named charset."),
    REPEATED_ROW("The same number occurs twice in the file."),
    CHANGED("Money or dates of a known number differ from what was imported.");

    private final String description;

    ErrorCode(String description) {
        this.description = description;
    }

    /** What the code means, a sentence for people. */
    public String description() {
        return description;
    }
}
