package io.huikuan.credit.api;

import io.huikuan.credit.CreditStage;
import io.huikuan.credit.CreditStandings;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.HttpRefusals;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.sql.SqlFailure;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * {@code GET /credit-checks?customer=D01&amount=1200.50&currency=CNY}, with {@code stage} (ORDER or DELIVERY) and {@code order}, the order's number, where there
 * are any: the credit check of GraphQL for an ERP that speaks HTTP alone. {@code customer} is the code or the global id. 404 when there is no such customer or it
 * is not to be seen, 400 for what cannot be read.
 */
@Path("/credit-checks")
public class CreditCheckResource {

    private final CreditStandings standings;
    private final CustomerReads customers;

    CreditCheckResource(CreditStandings standings, CustomerReads customers) {
        this.standings = standings;
        this.customers = customers;
    }

    @GET
    @Blocking
    @Transactional
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public Response check(
            @QueryParam("customer") String customer,
            @QueryParam("amount") String amount,
            @QueryParam("currency") String currency,
            @QueryParam("stage") String stage,
            @QueryParam("order") String order) {
        MoneyInput money = money(amount, currency);
        CreditStage wanted = stage(stage);
        Customer buyer =
                customer(customer).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "There is no such customer."));
        CreditCheckAnswer answer = standings
                .check(new CreditStandings.Question(buyer.id(), null, money, wanted, order))
                .map(check -> CreditCheckAnswer.of(check, buyer))
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "There is no such customer."));
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private Optional<Customer> customer(String idOrCode) {
        if (idOrCode == null) {
            throw new Problem(ErrorCode.REQUIRED, "customer is missing: its code or its global id.");
        }
        return customers
                .findByCode(idOrCode)
                .or(() -> NodeId.uuid(NodeKind.CUSTOMER, idOrCode).flatMap(customers::find));
    }

    private static MoneyInput money(String amount, String currency) {
        if (amount == null || currency == null) {
            throw new Problem(ErrorCode.REQUIRED, "amount and currency are needed.");
        }
        if (!Decimal.isDecimal(amount)) {
            throw new Problem(ErrorCode.BAD_INPUT, "An amount is written as 1200.50.");
        }
        return new MoneyInput(new Decimal(amount), currency);
    }

    private static CreditStage stage(String name) {
        return name == null || name.isEmpty()
                ? CreditStage.ORDER
                : Arrays.stream(CreditStage.values())
                        .filter(stage -> stage.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new Problem(ErrorCode.INVALID_VALUE, "stage is ORDER or DELIVERY."));
    }

    @ServerExceptionMapper
    Response refused(Problem problem) {
        return HttpRefusals.answer(problem);
    }

    @ServerExceptionMapper({SqlFailure.class, IllegalStateException.class, IllegalArgumentException.class})
    Response failed(RuntimeException fault) {
        return HttpRefusals.fault(fault, "a credit check");
    }
}
