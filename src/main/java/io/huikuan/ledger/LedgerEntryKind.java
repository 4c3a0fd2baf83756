package io.huikuan.ledger;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What happened to the balance of a receivable. */
@Enum("LedgerEntryKind")
@Description("What happened to the balance of a receivable.")
public enum LedgerEntryKind {
    @Description("It was issued.")
    ISSUED,
    @Description("A payment was allocated to it.")
    ALLOCATED,
    @Description("An allocation was taken back; the money is unapplied again.")
    UNALLOCATED,
    @Description("A credit note reduced it.")
    CREDITED,
    @Description("A part or all of it was written off.")
    WRITTEN_OFF,
    @Description("A write-off was taken back.")
    WRITE_OFF_UNDONE,
    @Description("The payment that had been allocated was reversed.")
    REVERSED
}
