package io.huikuan.imports.domain;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.tenant.PaymentTerms;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a column holds, and how its cells are brought into the one form that the database takes. */
public sealed interface Cell {

    /** The text, not blank, in its one form; null when it was refused. */
    String read(String column, String text, Formats formats, Refusals refusals);

    /** One line of text of at most so many characters. */
    record Line(int most) implements Cell {
        @Override
        public String read(String column, String text, Formats formats, Refusals refusals) {
            return refusals.optional(column, text, most);
        }
    }

    /** One of these words, in capitals or not. */
    record Choice(Set<String> words) implements Cell {

        public Choice {
            words = Set.copyOf(words);
        }

        /** One of the names of an enum's constants. */
        static Choice of(Class<? extends Enum<?>> type) {
            Set<String> names = new TreeSet<>();
            for (Enum<?> constant : type.getEnumConstants()) {
                names.add(constant.name());
            }
            return new Choice(names);
        }

        @Override
        public String read(String column, String text, Formats formats, Refusals refusals) {
            String word = text.toUpperCase(Locale.ROOT);
            if (words.contains(word)) {
                return word;
            }
            refusals.add(
                    ErrorCode.INVALID_VALUE, column, "It must be " + String.join(", ", new TreeSet<>(words)) + ".");
            return null;
        }
    }

    /** A date. */
    record Day() implements Cell {

        private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
        private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

        @Override
        public String read(String column, String text, Formats formats, Refusals refusals) {
            Optional<LocalDate> date = formats.date(text).filter(day -> !day.isBefore(FIRST) && !day.isAfter(LAST));
            if (date.isEmpty()) {
                refusals.add(ErrorCode.BAD_INPUT, column, "This is no date, or not written as agreed.");
            }
            return date.map(LocalDate::toString).orElse(null);
        }
    }

    /** An exact number. Its decimals are checked where its currency is known. */
    record Numeric(Sign sign) implements Cell {

        /** Which numbers are taken. */
        public enum Sign {
            POSITIVE,
            NOT_NEGATIVE,
            NOT_ZERO
        }

        @Override
        public String read(String column, String text, Formats formats, Refusals refusals) {
            Optional<String> number = formats.number(text);
            if (number.isEmpty()) {
                refusals.add(
                        ErrorCode.BAD_INPUT,
                        column,
                        "This is no number of at most 15 digits before and 6 after the point, or not written as agreed.");
                return null;
            }
            return checked(column, number.get(), refusals);
        }

        private String checked(String column, String number, Refusals refusals) {
            boolean negative = number.startsWith("-");
            boolean zero = number.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
            if (sign == Sign.POSITIVE && (negative || zero)) {
                refusals.add(ErrorCode.AMOUNT_NOT_POSITIVE, column, "The amount must be greater than zero.");
            } else if (sign == Sign.NOT_NEGATIVE && negative && !zero) {
                refusals.add(ErrorCode.INVALID_VALUE, column, "The number must not be below zero.");
            } else if (sign == Sign.NOT_ZERO && zero) {
                refusals.add(ErrorCode.INVALID_VALUE, column, "The number must not be zero.");
            } else {
                return number;
            }
            return null;
        }
    }

    /** A whole number within bounds. */
    record Whole(int least, int most) implements Cell {
        @Override
        public String read(String column, String text, Formats formats, Refusals refusals) {
            if (text.length() <= 9 && text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
                Integer number = refusals.between(column, Integer.valueOf(text), least, most);
                return number == null ? null : number.toString();
            }
            refusals.add(ErrorCode.INVALID_VALUE, column, "It must be " + least + " to " + most + ".");
            return null;
        }
    }

    /** A fraction above 0 and at most 1. */
    record Fraction() implements Cell {
        @Override
        public String read(String column, String text, Formats formats, Refusals refusals) {
            Optional<String> number = formats.number(text);
            if (number.isEmpty()) {
                refusals.add(ErrorCode.BAD_INPUT, column, "This is no number, or not written as agreed.");
                return null;
            }
            return refusals.fraction(column, new io.huikuan.kernel.money.Decimal(number.get())) == null
                    ? null
                    : number.get();
        }
    }

    /** The ISO 4217 code of a currency. */
    record Currency() implements Cell {
        @Override
        public String read(String column, String text, Formats formats, Refusals refusals) {
            String code = text.toUpperCase(Locale.ROOT);
            return refusals.isCurrency(column, code) ? code : null;
        }
    }

    /** An e-mail address. */
    record Email() implements Cell {
        @Override
        public String read(String column, String text, Formats formats, Refusals refusals) {
            return refusals.email(column, text);
        }
    }

    /** A time zone by its IANA name. */
    record Zone() implements Cell {
        @Override
        public String read(String column, String text, Formats formats, Refusals refusals) {
            return refusals.timeZone(column, text);
        }
    }

    /** Payment terms in their text form, for example {@code 1:30} or {@code 0.3:0,0.7:60E}. */
    record Terms() implements Cell {
        @Override
        public String read(String column, String text, Formats formats, Refusals refusals) {
            PaymentTerms terms = refusals.take(PaymentTerms.parse(text, column));
            return terms == null ? null : terms.asText();
        }
    }

    /** A time of day, HH:mm. */
    record TimeOfDay() implements Cell {
        @Override
        public String read(String column, String text, Formats formats, Refusals refusals) {
            try {
                return LocalTime.parse(text).withSecond(0).withNano(0).toString();
            } catch (DateTimeParseException e) {
                refusals.add(ErrorCode.BAD_INPUT, column, "A time of day reads HH:mm.");
                return null;
            }
        }
    }
}
