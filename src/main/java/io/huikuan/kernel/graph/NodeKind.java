package io.huikuan.kernel.graph;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of nodes and the prefix that the ids of each carry. A prefix is never changed or given to another kind. */
public enum NodeKind {
    USER("usr"),
    TENANT("tnt"),
    CUSTOMER("cus"),
    CONTACT_PERSON("per"),
    CONTACT_RECORD("con"),
    ATTACHMENT("att"),
    RECEIVABLE("rcv"),
    INSTALLMENT("ins"),
    PAYMENT_PLAN("pln"),
    PAYMENT("pay"),
    PAYMENT_ANNOUNCEMENT("ann"),
    PROMISE("prm"),
    DISPUTE("dsp"),
    CONCESSION("ccs"),
    SELL_THROUGH("sth"),
    CREDIT_HOLD("hld"),
    CONTRACT("ctr"),
    STRATEGY("str"),
    COLLECTION_TASK("tsk"),
    DUNNING_PAUSE("pse"),
    LETTER("ltr"),
    ESCALATION("esc"),
    ESCALATION_MEASURE("msr"),
    ALERT("alr"),
    JOB_RUN("run"),
    IMPORT_RUN("imp"),
    NOTIFICATION("ntf"),
    NOTIFICATION_ENDPOINT("nep"),
    DEVICE("dev");

    private static final Map<String, NodeKind> BY_PREFIX =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(NodeKind::prefix, Function.identity()));

    private final String prefix;

    NodeKind(String prefix) {
        this.prefix = prefix;
    }

    /** Three letters. */
    public String prefix() {
        return prefix;
    }

    static Optional<NodeKind> withPrefix(String prefix) {
        return Optional.ofNullable(BY_PREFIX.get(prefix));
    }
}
