package io.huikuan.kernel.text;

import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** A language in which people are written to. */
@Enum("Language")
@Description("A language in which people are written to.")
public enum Language {
    @Description("English.")
    EN(Locale.ENGLISH),
    @Description("Chinese as written in mainland China.")
    ZH_CN(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The same as Java and templates know it. */
    public Locale locale() {
        return locale;
    }

    /** As browsers and HTML name it, for example {@code zh-CN}. */
    public String tag() {
        return locale.toLanguageTag();
    }
}
