package io.huikuan.partner;

import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.letter.Letter;
import io.huikuan.letter.LetterAmount;
import io.huikuan.letter.LetterFilter;
import io.huikuan.letter.Letters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The letters that the supplier sent to the partner who is asking. */
@ApplicationScoped
@Transactional
public class PartnerLetters {

    private final Letters letters;

    PartnerLetters(Letters letters) {
        this.letters = letters;
    }

    /** A page of them, the newest first. */
    public Page<LetterSummary> page(Paging paging) {
        Page<Letter> page = letters.page(LetterFilter.ALL, paging);
        Map<UUID, List<LetterAmount>> amounts =
                letters.amounts(page.nodes().stream().map(Letter::uuid).collect(Collectors.toSet()));
        return page.map(letter -> LetterSummary.of(letter, amounts.getOrDefault(letter.uuid(), List.of())));
    }
}
