package io.huikuan.letter.domain;

/** What a text is to the language of templates. */
public sealed interface TemplateReading {

    /** A template. */
    record Read(Template template) implements TemplateReading {}

    /**
     * None, for a reason.
     *
     * @param unknown whether it names a placeholder that there is not
     * @param line on which line, from 1
     * @param column at which character of the line, from 1
     * @param reason why, a clause for people
     */
    record Fault(boolean unknown, int line, int column, String reason) implements TemplateReading {

        /** For people, with its position. */
        public String message() {
            return "Line " + line + ", column " + column + ": " + reason;
        }
    }
}
