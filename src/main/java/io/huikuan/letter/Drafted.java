package io.huikuan.letter;

import io.huikuan.kernel.text.Language;
import io.huikuan.letter.domain.Facts;
import io.huikuan.letter.domain.TemplateText;
import io.huikuan.statement.WholeStatement;
import java.time.LocalDate;
import java.util.List;

/**
 * A letter with all that is to stand in it but its number.
 *
 * @param addressee to whom; null: to nobody in particular
 * @param items what the table shows
 * @param leftOut how many items it does not show
 * @param payment for which is thanked; null: for none
 * @param statement the enclosed statement; null: none
 */
record Drafted(
        IssueLetter wish,
        LocalDate today,
        Language language,
        Letterhead head,
        TemplateText text,
        Figures figures,
        Addressee addressee,
        List<OpenItem> items,
        int leftOut,
        ThankedPayment payment,
        WholeStatement statement,
        Facts facts)
        implements Drafting {

    Drafted {
        items = List.copyOf(items);
    }
}
