package io.huikuan.customer;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.tenant.PaymentTerms;
import io.huikuan.tenant.TermInstallment;
import io.huikuan.tenant.Users;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the fields of a customer may be. */
@ApplicationScoped
class CustomerRules {

    static final int LONGEST_CODE = 64;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_REGION = 100;

    private final Users users;

    CustomerRules(Users users) {
        this.users = users;
    }

    /** The details of a new customer, as far as nothing was refused: a blank text is absent. */
    CheckedDetails forNew(CustomerDetails wish, Refusals refusals) {
        return checked(
                wish,
                refusals.required("name", wish.name(), LONGEST_NAME),
                refusals.optional("legalName", wish.legalName(), LONGEST_NAME),
                refusals.optional("region", wish.region(), LONGEST_REGION),
                refusals);
    }

    /** The details that change, as far as nothing was refused: to empty a text is a wish of its own, so a blank one is refused. */
    CheckedDetails forChange(CustomerDetails wish, Refusals refusals) {
        return checked(
                wish,
                wish.name() == null ? null : refusals.required("name", wish.name(), LONGEST_NAME),
                wish.legalName() == null ? null : refusals.required("legalName", wish.legalName(), LONGEST_NAME),
                wish.region() == null ? null : refusals.required("region", wish.region(), LONGEST_REGION),
                refusals);
    }

    private CheckedDetails checked(
            CustomerDetails wish, String name, String legalName, String region, Refusals refusals) {
        return new CheckedDetails(
                name,
                legalName,
                wish.kind(),
                wish.grade(),
                region,
                refusals.timeZone("timeZone", wish.timeZone()),
                owner(wish.ownerId(), refusals),
                refusals.notNegative("creditLimit", wish.creditLimit()),
                terms(wish.terms(), refusals),
                refusals.fraction("sellThroughThreshold", wish.sellThroughThreshold()));
    }

    private UUID owner(String id, Refusals refusals) {
        if (id == null) {
            return null;
        }
        Optional<UUID> owner = NodeId.uuid(NodeKind.USER, id).filter(users::isStaff);
        if (owner.isEmpty()) {
            refusals.add(ErrorCode.NOT_FOUND, "ownerId", "There is no such person of ours.");
        }
        return owner.orElse(null);
    }

    private static PaymentTerms terms(List<TermInstallment> rows, Refusals refusals) {
        return rows == null ? null : refusals.take(PaymentTerms.of(rows, "terms"));
    }
}
