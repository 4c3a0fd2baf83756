package io.huikuan.letter.domain;

import io.huikuan.kernel.text.Language;
import io.huikuan.letter.LetterKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The texts that come with the service, {@code src/main/resources/letters/<kind>.<language>.txt}: the first line is the subject. */
public final class ShippedTexts {

    private static final Map<String, TemplateText> READ = new ConcurrentHashMap<>();

    private ShippedTexts() {}

    /** The text of a kind of letter in a language. */
    public static TemplateText of(LetterKind kind, Language language) {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + language.tag() + ".txt";
        return READ.computeIfAbsent(name, ShippedTexts::read);
    }

    private static TemplateText read(String name) {
        try (InputStream in = ShippedTexts.class.getResourceAsStream("/letters/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no text " + name);
            }
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", 2);
            return new TemplateText(0, parts[0].strip(), parts[1].strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
