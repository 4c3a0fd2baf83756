package io.huikuan.letter;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.text.Language;
import io.huikuan.letter.data.TemplateStore;
import io.huikuan.letter.domain.Placeholder;
import io.huikuan.letter.domain.ShippedTexts;
import io.huikuan.letter.domain.TemplateText;
import io.huikuan.letter.domain.Templates;
import io.huikuan.notification.NotificationPreferencesService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The texts and letterheads by which letters are written. A change is a version of its own; those before it stay. */
@ApplicationScoped
@Transactional
public class LetterTexts {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 20_000;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_LINES = 1_000;

    private final TemplateStore store;
    private final NotificationPreferencesService preferences;
    private final ClientKeys clientKeys;
    private final CurrentActor actor;

    LetterTexts(
            TemplateStore store,
            NotificationPreferencesService preferences,
            ClientKeys clientKeys,
            CurrentActor actor) {
        this.store = store;
        this.preferences = preferences;
        this.clientKeys = clientKeys;
        this.actor = actor;
    }

    /** In which language a customer is written to that has none of its own. */
    public Language language() {
        return preferences.defaults().language();
    }

    TemplateText inForce(LetterKind kind, Language language) {
        return store.text(kind, language)
                .map(own -> new TemplateText(own.version(), own.subject(), own.body()))
                .orElseGet(() -> ShippedTexts.of(kind, language));
    }

    /** The text of every kind and language that is in force, the tenant's own or the one that comes with the service. */
    public List<LetterTemplate> all() {
        Map<String, LetterTemplate> own = store.texts().stream()
                .collect(Collectors.toMap(text -> text.kind() + " " + text.language(), Function.identity()));
        return Arrays.stream(LetterKind.values())
                .flatMap(kind -> Arrays.stream(Language.values())
                        .map(language -> own.getOrDefault(kind + " " + language, shipped(kind, language))))
                .toList();
    }

    private static LetterTemplate shipped(LetterKind kind, Language language) {
        TemplateText text = ShippedTexts.of(kind, language);
        return new LetterTemplate(kind, language, 0, text.subject(), text.body(), null, null);
    }

    /** The text of a kind and language that is in force. */
    public LetterTemplate current(LetterKind kind, Language language) {
        return store.text(kind, language).orElseGet(() -> shipped(kind, language));
    }

    /** A page of the tenant's own versions of a text, the newest first. */
    public Page<LetterTemplate> versions(LetterKind kind, Language language, Paging paging) {
        return store.versions(kind, language, paging);
    }

    /** What a text of this kind can name. */
    public List<LetterPlaceholder> placeholders(LetterKind kind) {
        Set<Placeholder> allowed = Placeholder.in(kind);
        return Arrays.stream(Placeholder.values())
                .filter(allowed::contains)
                .map(placeholder -> new LetterPlaceholder(placeholder.key(), placeholder.meaning()))
                .toList();
    }

    /** Puts a text in the place of the one before. */
    public Outcome<LetterTemplate> save(SaveLetterTemplate wish) {
        return clientKeys.once(
                new Wish("saveLetterTemplate", wish.clientKey(), wish),
                () -> saved(wish),
                any -> actor.get().tenant(),
                any -> Optional.of(current(wish.kind(), wish.language())));
    }

    private Outcome<LetterTemplate> saved(SaveLetterTemplate wish) {
        if (current(wish.kind(), wish.language()).version() != wish.version()) {
            return stale("text");
        }
        Refusals refusals = new Refusals();
        TemplateText text = text(wish.kind(), wish.subject(), wish.body(), refusals);
        if (refusals.any()) {
            return refusals.outcome();
        }
        LetterTemplate next = new LetterTemplate(
                wish.kind(), wish.language(), wish.version() + 1, text.subject(), text.body(), null, null);
        return store.insert(next) ? Outcome.done(current(wish.kind(), wish.language())) : stale("text");
    }

    /** A text of this kind, checked; to be used only when nothing was refused. */
    TemplateText text(LetterKind kind, String subject, String body, Refusals refusals) {
        TemplateText text = new TemplateText(
                0,
                refusals.required("subject", subject, LONGEST_SUBJECT),
                refusals.requiredProse("body", body, LONGEST_BODY));
        check("subject", text.subject(), Placeholder.inSubject(kind), refusals);
        check("body", text.body(), Placeholder.in(kind), refusals);
        return text;
    }

    private static void check(String path, String text, Set<Placeholder> allowed, Refusals refusals) {
        if (text == null) {
            return;
        }
        Templates.fault(text, allowed)
                .ifPresent(fault -> refusals.add(
                        fault.unknown() ? ErrorCode.UNKNOWN_PLACEHOLDER : ErrorCode.TEMPLATE_INVALID,
                        path,
                        fault.message()));
    }

    /** The letterhead of a language that is in force. */
    public Letterhead letterhead(Language language) {
        return store.letterhead(language);
    }

    /** Puts a letterhead in the place of the one before. */
    public Outcome<Letterhead> change(UpdateLetterhead wish) {
        return clientKeys.once(
                new Wish("updateLetterhead", wish.clientKey(), wish),
                () -> changed(wish),
                any -> actor.get().tenant(),
                any -> Optional.of(letterhead(wish.language())));
    }

    private Outcome<Letterhead> changed(UpdateLetterhead wish) {
        if (letterhead(wish.language()).version() != wish.version()) {
            return stale("letterhead");
        }
        Refusals refusals = new Refusals();
        Letterhead next = new Letterhead(
                wish.language(),
                wish.version() + 1,
                refusals.required("name", wish.name(), LONGEST_LINE),
                refusals.optionalProse("address", wish.address(), LONGEST_LINES),
                refusals.optional("phone", wish.phone(), LONGEST_LINE),
                refusals.email("email", wish.email()),
                refusals.optionalProse("bankAccount", wish.bankAccount(), LONGEST_LINES),
                refusals.optionalProse("signature", wish.signature(), LONGEST_LINES));
        if (refusals.any()) {
            return refusals.outcome();
        }
        return store.insert(next) ? Outcome.done(letterhead(wish.language())) : stale("letterhead");
    }

    private static <T> Outcome<T> stale(String what) {
        return Outcome.refused(ErrorCode.STALE, "version", "Somebody changed the " + what + " since: read it again.");
    }
}
