package io.huikuan.letter;

import io.huikuan.kernel.text.Language;
import java.util.UUID;

/**
 * A letter as it is written down.
 *
 * @param sequence its number
 * @param subject its subject, filled in
 * @param recipient the e-mail address it goes to; null: it is printed
 * @param contactRecord the contact that it is; null: none was entered
 */
public record NewLetter(
        UUID id,
        int sequence,
        IssueLetter wish,
        Language language,
        Addressee addressee,
        UUID payment,
        String subject,
        int templateVersion,
        int letterheadVersion,
        String recipient,
        UUID contactRecord) {}
