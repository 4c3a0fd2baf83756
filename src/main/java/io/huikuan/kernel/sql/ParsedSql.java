package io.huikuan.kernel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement whose named parameters have become question marks.
 *
 * @param text as the driver takes it
 * @param names the name behind each question mark, in order
 */
record ParsedSql(String text, List<String> names) {

    /** Quoted texts, comments and casts are passed over; {@code :name} is a parameter. */
    private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')*'|--[^\\n]*|::|:([a-z_][a-zA-Z0-9_]*)");

    static ParsedSql parse(String sql) {
        List<String> names = new ArrayList<>();
        StringBuilder text = new StringBuilder(sql.length());
        Matcher token = TOKEN.matcher(sql);
        while (token.find()) {
            if (token.group(1) == null) {
                token.appendReplacement(text, Matcher.quoteReplacement(token.group()));
            } else {
                names.add(token.group(1));
                token.appendReplacement(text, "?");
            }
        }
        token.appendTail(text);
        return new ParsedSql(text.toString(), List.copyOf(names));
    }
}
