package io.huikuan.statement.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language in which statements are written. */
@SuppressWarnings("ImmutableEnumChecker") // its words are a record of texts and an unmodifiable map
public enum StatementLanguage {
    EN("en", StatementWords.english()),
    ZH_CN("zh-CN", StatementWords.chinese());

    private final String tag;
    private final StatementWords words;

    StatementLanguage(String tag, StatementWords words) {
        this.tag = tag;
        this.words = words;
    }

    /** Its BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** Its words. */
    public StatementWords words() {
        return words;
    }

    /** The one that a tag such as {@code zh-CN}, {@code zh} or {@code en-GB} means; empty when it means none of these. */
    public static Optional<StatementLanguage> of(String tag) {
        return switch (Locale.forLanguageTag(tag).getLanguage()) {
            case "en" -> Optional.of(EN);
            case "zh" -> Optional.of(ZH_CN);
            default -> Optional.empty();
        };
    }

    /** The first of these that is written here, as a browser ranks them; English when none is. */
    public static StatementLanguage firstOf(List<Locale> ranked) {
        return ranked.stream()
                .flatMap(locale -> of(locale.toLanguageTag()).stream())
                .findFirst()
                .orElse(EN);
    }
}
