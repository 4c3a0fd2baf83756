package io.huikuan.contract.domain;

import static io.huikuan.contract.ContractSeverity.NOTICE;
import static io.huikuan.contract.ContractSeverity.SERIOUS;
import static io.huikuan.contract.ContractSeverity.WARNING;

import io.huikuan.contract.ContractFinding;
import io.huikuan.contract.ContractFindingKind;
import io.huikuan.contract.ContractSeverity;
import java.util.Map;

/** How bad each finding is, why it matters, and what to agree instead. */
final class FindingWords {

    private static final String SEAL_IT = "Have the company's contract seal put on it.";
    private static final String NAME_A_DAY = "Name a day, or days after delivery.";

    private record Words(ContractSeverity severity, String reason, String remedy) {}

    private static final Map<ContractFindingKind, Words> WORDS = Map.ofEntries(
            Map.entry(
                    ContractFindingKind.NOT_WRITTEN,
                    new Words(
                            SERIOUS,
                            "What was agreed cannot be proven in court.",
                            "Put it in writing, with both companies' seals.")),
            Map.entry(
                    ContractFindingKind.NOT_SIGNED,
                    new Words(
                            SERIOUS,
                            "Goods go out on a paper that binds nobody.",
                            "Have it signed and sealed before the next delivery.")),
            Map.entry(
                    ContractFindingKind.NO_SEAL,
                    new Words(SERIOUS, "Without a seal the company can deny it.", SEAL_IT)),
            Map.entry(
                    ContractFindingKind.PERSONAL_SEAL,
                    new Words(
                            SERIOUS,
                            "A person's seal or signature binds the person, and the company can deny it.",
                            SEAL_IT)),
            Map.entry(
                    ContractFindingKind.DEPARTMENT_SEAL,
                    new Words(WARNING, "Whether a department may bind the company is a quarrel of its own.", SEAL_IT)),
            Map.entry(
                    ContractFindingKind.DUE_WHEN_SOLD,
                    new Words(
                            SERIOUS,
                            "Nothing is ever due as long as the customer says that the goods are not sold.",
                            NAME_A_DAY)),
            Map.entry(
                    ContractFindingKind.DUE_WITHOUT_LAST_DAY,
                    new Words(
                            SERIOUS,
                            "After a month or an event is any day after it: nothing is ever overdue.",
                            "Name the last day.")),
            Map.entry(
                    ContractFindingKind.DUE_NOT_FIXED,
                    new Words(
                            SERIOUS,
                            "Without a due date nothing is overdue until it was demanded, with time to perform.",
                            NAME_A_DAY)),
            Map.entry(
                    ContractFindingKind.LONG_TERMS,
                    new Words(
                            NOTICE,
                            "The customer is financed for longer than the policy allows.",
                            "Agree on no more days than the policy's longest term.")),
            Map.entry(
                    ContractFindingKind.NO_LATE_FEE,
                    new Words(
                            WARNING,
                            "Paying late costs the customer nothing.",
                            "Name a late fee, a rate by the day or the year.")),
            Map.entry(
                    ContractFindingKind.NO_METHOD,
                    new Words(
                            NOTICE,
                            "The customer may pay with a draft of half a year, or in kind.",
                            "Name the method, and the account.")),
            Map.entry(
                    ContractFindingKind.EXPIRED,
                    new Words(WARNING, "Deliveries after its last day are under no contract.", "Renew it.")));

    private FindingWords() {}

    /** The finding without a cost. */
    static ContractFinding of(ContractFindingKind kind) {
        Words words = WORDS.get(kind);
        return new ContractFinding(kind, words.severity(), words.reason(), words.remedy(), null, null);
    }
}
