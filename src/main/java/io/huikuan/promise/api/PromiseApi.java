package io.huikuan.promise.api;

import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.promise.PromiseFilter;
import io.huikuan.promise.PromiseRates;
import io.huikuan.promise.PromiseService;
import io.huikuan.promise.Promises;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Promises to pay, for the reps and those who keep the books. */
@GraphQLApi
public class PromiseApi {

    private final Promises promises;
    private final PromiseRates rates;
    private final PromiseService service;
    private final Selection selection;

    PromiseApi(Promises promises, PromiseRates rates, PromiseService service, Selection selection) {
        this.promises = promises;
        this.rates = rates;
        this.service = service;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("Promises to pay of the customers that you see, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public PromiseConnection promises(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones; null: all.") PromiseFilter filter) {
        return PromiseConnection.of(promises.page(
                filter == null ? PromiseFilter.ALL : filter, new Paging(first, after, selection.counted())));
    }

    @Query
    @NonNull
    @Description(
            "How promises of the customers that you see were kept, by who agreed them and currency: those whose window ended in the days.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public RepPromiseRateConnection promiseRates(
            @Nullable @Description("The first day on which a window may have ended; null: 365 days before the last.")
                    LocalDate from,
            @Nullable
                    @Description(
                            "The last such day; null: the business date. A window that is not over is not counted.")
                    LocalDate to,
            @Description("How many to return, 1 to 100.") @DefaultValue("50") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return RepPromiseRateConnection.of(rates.ofReps(from, to, new Paging(first, after, selection.counted())));
    }

    @Mutation
    @Description(
            "Records what a customer promised to pay by when; it holds what it covers from dunning while it is open.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public PromisePayload recordPromise(@NonNull @Description("What was promised.") RecordPromiseInput input) {
        return PromisePayload.of(service.record(input.wish()));
    }

    @Mutation
    @Description("Confirms what a partner promised in the portal; from then on it counts, and it is yours.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public PromisePayload confirmPromise(@NonNull @Description("Which one.") ConfirmPromiseInput input) {
        return PromisePayload.of(service.confirm(input.wish()));
    }

    @Mutation
    @Description("Cancels a promise that is proposed or open; dunning of what it covered goes on.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public PromisePayload cancelPromise(@NonNull @Description("Which one, and why.") CancelPromiseInput input) {
        return PromisePayload.of(service.cancel(input.wish()));
    }
}
