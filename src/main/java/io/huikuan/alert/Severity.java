package io.huikuan.alert;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How urgent an alert is, the least urgent first. An overdue installment becomes critical by itself when it leaves the tenant's first aging bucket. */
@Enum("Severity")
@Description("How urgent an alert is.")
public enum Severity {
    @Description("Good to know: nothing is late yet.")
    INFO,
    @Description("Somebody should act: an installment is late, or a report cannot be true.")
    WARNING,
    @Description("Money is at risk: an installment is late beyond the first aging bucket, or a plan is broken.")
    CRITICAL;

    /** This one and the more urgent ones. */
    public Set<Severity> andAbove() {
        return Arrays.stream(values())
                .filter(other -> other.compareTo(this) >= 0)
                .collect(Collectors.toSet());
    }
}
