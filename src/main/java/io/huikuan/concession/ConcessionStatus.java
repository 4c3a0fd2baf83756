package io.huikuan.concession;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How far a concession has come. */
@Enum("ConcessionStatus")
@Description("How far a concession has come.")
public enum ConcessionStatus {
    @Description("The customer asked for it.")
    ASKED,
    @Description("Something was offered for it; the offer binds nobody yet.")
    OFFERED,
    @Description("It was granted; its steps depend on payments.")
    GRANTED,
    @Description("It was declined.")
    DECLINED,
    @Description("It was withdrawn; of a granted one, what was earned by then is still owed to the customer.")
    WITHDRAWN;

    /** Those in which it can still be offered, granted or declined. */
    static final Set<ConcessionStatus> UNDECIDED = EnumSet.of(ASKED, OFFERED);
}
