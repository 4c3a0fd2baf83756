package io.huikuan.dispute;

import java.time.LocalDate;

/** The wish to give an open dispute to another department, or to set another deadline or reason; what is null stays. */
public record ChangeDispute(
        String clientKey,
        String id,
        int version,
        DisputeReason reason,
        DisputeDepartment department,
        LocalDate deadline) {}
