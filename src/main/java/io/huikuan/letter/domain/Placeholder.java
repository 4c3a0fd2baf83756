package io.huikuan.letter.domain;

import io.huikuan.letter.LetterKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a template can name. All of it is of the one customer who is written or spoken to, and of the supplier. */
public enum Placeholder {
    DATE("date", "the business date"),
    LETTER_NUMBER("letter.number", "the letter's number"),
    SUPPLIER_NAME("supplier.name", "the supplier's name, of its letterhead"),
    SUPPLIER_PHONE("supplier.phone", "the telephone number of the letterhead"),
    SUPPLIER_EMAIL("supplier.email", "the e-mail address of the letterhead"),
    CUSTOMER_NAME("customer.name", "the customer's registered name, or else what it is called"),
    CUSTOMER_CODE("customer.code", "the customer's code"),
    CONTACT_NAME("contact.name", "the person at the customer who is addressed"),
    OWNER_NAME("owner.name", "who looks after the customer"),
    TOTAL("total", "what is open, neither promised nor disputed, per currency"),
    OVERDUE("overdue", "how much of the total is overdue; nothing where nothing is"),
    ITEM_COUNT("items.count", "how many items make up the total"),
    OLDEST_DUE("oldest.due", "the oldest due date of the total"),
    DAYS_OVERDUE("days.overdue", "for how many days the oldest item is overdue; nothing where none is"),
    BALANCE("balance", "all that is outstanding less what was received and is not allocated, per currency"),
    PREVIOUS_NUMBER("previous.number", "the number of the latest letter before that asked for payment"),
    PREVIOUS_DATE("previous.date", "the date of that letter"),
    WARNING_NEXT("warning.next", "what follows, after “we will”"),
    WARNING_DEADLINE("warning.deadline", "until when payment is awaited before that"),
    PERIOD_FROM("period.from", "the first day of the enclosed statement"),
    PERIOD_TO("period.to", "the last day of the enclosed statement"),
    PAYMENT_AMOUNT("payment.amount", "the amount of the payment for which is thanked"),
    PAYMENT_DATE("payment.date", "when that payment was received"),
    PAYMENT_NUMBER("payment.number", "the number of that payment"),
    ITEMS("items", "the items that make up the total, as a table with totals"),
    BANK("bank", "where to pay, of the letterhead");

    private static final Map<String, Placeholder> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Placeholder::key, Function.identity()));

    /** What takes lines of its own. */
    private static final Set<Placeholder> BLOCKS = EnumSet.of(ITEMS, BANK);

    private static final Set<Placeholder> OF_PAYMENTS = EnumSet.of(PAYMENT_AMOUNT, PAYMENT_DATE, PAYMENT_NUMBER);
    private static final Set<Placeholder> OF_LETTERS =
            EnumSet.of(LETTER_NUMBER, WARNING_NEXT, WARNING_DEADLINE, PERIOD_FROM, PERIOD_TO);

    private final String key;
    private final String meaning;

    Placeholder(String key, String meaning) {
        this.key = key;
        this.meaning = meaning;
    }

    /** As templates write it between braces. */
    public String key() {
        return key;
    }

    /** What it stands for, for people. */
    public String meaning() {
        return meaning;
    }

    /** Whether it takes lines of its own on a page. */
    public boolean isBlock() {
        return BLOCKS.contains(this);
    }

    /** The one with this key. */
    public static Optional<Placeholder> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** What a template of this kind of letter can name. */
    public static Set<Placeholder> in(LetterKind kind) {
        Set<Placeholder> allowed = EnumSet.allOf(Placeholder.class);
        if (kind != LetterKind.RECEIPT) {
            allowed.removeAll(OF_PAYMENTS);
        }
        if (!kind.duns()) {
            allowed.remove(ITEMS);
        }
        return allowed;
    }

    /** What the subject of this kind of letter can name: nothing that takes lines of its own. */
    public static Set<Placeholder> inSubject(LetterKind kind) {
        Set<Placeholder> allowed = in(kind);
        allowed.removeAll(BLOCKS);
        return allowed;
    }

    /** What a text can name that is no letter, such as what is to be said on the telephone. */
    public static Set<Placeholder> inSpeech() {
        Set<Placeholder> allowed = EnumSet.allOf(Placeholder.class);
        allowed.removeAll(OF_PAYMENTS);
        allowed.removeAll(OF_LETTERS);
        return allowed;
    }
}
