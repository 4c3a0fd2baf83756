package io.huikuan.letter.domain;

/** Text that can stand in a page: every character is one that XML and a reader know. */
public final class PlainText {

    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** The text, where what is no text is replaced, and what would turn the direction of its neighbours is left out. */
    public static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !turnsDirection(c))
                .map(c -> isText(c) ? c : REPLACEMENT)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isText(int c) {
        if (c == '\n' || c == '\r' || c == '\t') {
            return true;
        }
        boolean named = Character.isDefined(c) && (c & 0xFFFE) != 0xFFFE && Character.getType(c) != Character.SURROGATE;
        return named && !Character.isISOControl(c);
    }

    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
