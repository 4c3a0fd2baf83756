package io.huikuan.letter;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.letter.data.LetterReads;
import io.huikuan.letter.pdf.PdfPrinter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Several letters as one PDF, for the printer. */
@ApplicationScoped
public class LetterPrints {

    private static final int MOST = 50;

    private final LetterReads reads;
    private final PdfPrinter printer;

    LetterPrints(LetterReads reads, PdfPrinter printer) {
        this.reads = reads;
        this.printer = printer;
    }

    /** The letters, 1 to 50, in this order. A {@link Problem} when one is not there, is not the actor's to see or was withdrawn. */
    @Transactional
    public byte[] of(List<UUID> letters) {
        if (letters.isEmpty() || letters.size() > MOST) {
            throw new Problem(ErrorCode.INVALID_VALUE, "1 to " + MOST + " letters can be printed at once.");
        }
        return printer.merged(letters.stream().map(this::pdf).toList());
    }

    private byte[] pdf(UUID id) {
        Archived found =
                reads.archived(id).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "There is no such letter."));
        if (found.letter().status() == LetterStatus.WITHDRAWN) {
            throw new Problem(
                    ErrorCode.INVALID_STATUS, found.letter().number() + " was withdrawn: it does not leave the house.");
        }
        return found.pdf().bytes();
    }
}
