package io.huikuan.debtorclass.domain;

import io.huikuan.debtorclass.DebtorClass;
import java.util.List;

/**
 * What the evidence proposes.
 *
 * @param because what decided, in words; at least one sentence
 */
public record Judged(DebtorClass proposed, List<String> because) {

    public Judged {
        because = List.copyOf(because);
    }
}
