package io.huikuan.debtorclass;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What somebody did about a class. */
@Enum("ClassEntryKind")
@Description("What somebody did about a class.")
public enum ClassEntryKind {
    @Description("He suggested it.")
    SUGGESTED,
    @Description("He confirmed it.")
    CONFIRMED
}
