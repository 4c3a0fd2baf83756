package io.huikuan.audit;

/** Texts from outside in a form that cannot forge a line of a log. */
final class Printable {

    private static final int FIRST_HIGH_CONTROL = 0x7f;
    private static final int LAST_HIGH_CONTROL = 0x9f;

    private Printable() {}

    /** At most so many characters of the text; quotes, line breaks and other signs that are no text become question marks. */
    static String of(String text, int most) {
        return text == null
                ? ""
                : text.codePoints()
                        .limit(most)
                        .map(character -> isText(character) ? character : '?')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isText(int character) {
        boolean control = character < ' ' || (character >= FIRST_HIGH_CONTROL && character <= LAST_HIGH_CONTROL);
        return !control && character != '"' && Character.getType(character) != Character.SURROGATE;
    }
}
