package io.huikuan.concession;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How a granted step stands, by what the ledger says today. */
@Enum("ConcessionStepState")
@Description("How a granted step stands, by what the ledger says today.")
public enum ConcessionStepState {
    @Description("The payment has not come, and there is still time.")
    WAITING,
    @Description("The payment came in time; it is to be given.")
    EARNED,
    @Description(
            "The payment did not come in time, went back, or the concession was withdrawn or followed by another one first.")
    LAPSED,
    @Description("It was given.")
    FULFILLED
}
