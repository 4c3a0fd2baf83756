package io.huikuan.imports.domain;

import io.huikuan.kernel.error.ErrorCode;
import java.util.List;

/** A file that cannot be read to its end, so that nothing can be said about its rows. */
public class Unreadable extends RuntimeException {

    private final transient List<Finding> findings;

    public Unreadable(List<Finding> findings) {
        super(findings.get(0).message(), null, false, false);
        this.findings = List.copyOf(findings);
    }

    public Unreadable(ErrorCode code, int row, String message) {
        this(List.of(new Finding(row, null, code, message)));
    }

    /** What is wrong; at least one. */
    public List<Finding> findings() {
        return findings;
    }
}
