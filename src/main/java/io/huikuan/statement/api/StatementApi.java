package io.huikuan.statement.api;

import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.statement.StatementDue;
import io.huikuan.statement.StatementOfAccount;
import io.huikuan.statement.StatementOfCurrency;
import io.huikuan.statement.Statements;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Statements of account: the partner's own, and that of any customer for those who see it. */
@GraphQLApi
public class StatementApi {

    private final Statements statements;
    private final Loader loader;
    private final Selection selection;

    StatementApi(Statements statements, Loader loader, Selection selection) {
        this.statements = statements;
        this.loader = loader;
        this.selection = selection;
    }

    private record LinesOf(StatementOfCurrency account, Paging paging) {}

    @Query
    @Description("Your own account with the supplier over a period.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public StatementOfAccount myStatement(
            @Nullable @Description("The first day; null: the first of the last day's month.") LocalDate from,
            @Nullable @Description("The last day, not after the business date; null: the business date.")
                    LocalDate to) {
        return statements.mine(from, to).orElse(null);
    }

    @Query
    @Description(
            "The account of a customer over a period, as the customer may read it; null when it is not yours to see.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public StatementOfAccount statementOfAccount(
            @NonNull @Id @Description("Whose account.") String customerId,
            @Nullable @Description("The first day; null: the first of the last day's month.") LocalDate from,
            @Nullable @Description("The last day, not after the business date; null: the business date.")
                    LocalDate to) {
        return statements.of(customerId, from, to).orElse(null);
    }

    @NonNull
    @Description("What moved it, in the order of the value dates, with the balance after each.")
    public CompletionStage<StatementLineConnection> lines(
            @Source StatementOfCurrency account,
            @Description("How many to return, 1 to 100.") @DefaultValue("50") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        LinesOf wanted = new LinesOf(account, new Paging(first, after, selection.counted()));
        return loader.load(
                        "StatementOfCurrency.lines",
                        wanted,
                        keys -> each(keys, key -> statements.lines(key.account(), key.paging())))
                .thenApply(StatementLineConnection::of);
    }

    @NonNull
    @Description("What of the closing's outstanding amount is due when, a row for each due date, in their order.")
    public CompletionStage<List<@NonNull StatementDue>> dues(@Source StatementOfCurrency account) {
        return loader.load("StatementOfCurrency.dues", account.period(), periods -> each(periods, statements::dues))
                .thenApply(dues -> dues.getOrDefault(account.currency(), List.of()));
    }

    /** A statement has few currencies, and each of its own lines. */
    private static <K, V> Map<K, V> each(Iterable<K> keys, Function<K, V> read) {
        Map<K, V> values = new HashMap<>();
        keys.forEach(key -> values.put(key, read.apply(key)));
        return values;
    }
}
