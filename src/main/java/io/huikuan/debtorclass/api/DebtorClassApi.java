package io.huikuan.debtorclass.api;

import io.huikuan.debtorclass.ChangeClassPolicy;
import io.huikuan.debtorclass.ClassPolicy;
import io.huikuan.debtorclass.ClassReviewFilter;
import io.huikuan.debtorclass.ConfirmDebtorClass;
import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.debtorclass.DebtorClassService;
import io.huikuan.debtorclass.DebtorClasses;
import io.huikuan.debtorclass.SuggestDebtorClass;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** What kind of debtors customers are: reps suggest, managers and finance confirm. */
@GraphQLApi
public class DebtorClassApi {

    private final DebtorClasses classes;
    private final DebtorClassService service;
    private final Selection selection;

    DebtorClassApi(DebtorClasses classes, DebtorClassService service, Selection selection) {
        this.classes = classes;
        this.service = service;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description(
            "Customers that you see whose class is to be reviewed by what the latest daily look saw, in the order of their codes; each as it is today.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public DebtorClassificationConnection debtorClassReviews(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones; null: all.") ClassReviewFilter filter) {
        return DebtorClassificationConnection.of(classes.reviews(
                filter == null ? ClassReviewFilter.ALL : filter, new Paging(first, after, selection.counted())));
    }

    @Query
    @NonNull
    @Description("Customers that you see whose class was confirmed, in the order of their codes.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public DebtorClassificationConnection debtorClasses(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Those of one of these classes; null: of any.")
                    List<@NonNull DebtorClass> confirmed) {
        return DebtorClassificationConnection.of(
                classes.confirmed(confirmed, new Paging(first, after, selection.counted())));
    }

    @Query
    @Description("From when on evidence proposes a class.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ClassPolicy classPolicy() {
        return classes.policy();
    }

    @Mutation
    @Description("Suggests what kind of debtor a customer is; it counts when a manager or finance confirms it.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public DebtorClassificationPayload suggestDebtorClass(
            @NonNull @Description("What, and why.") SuggestDebtorClass input) {
        return DebtorClassificationPayload.of(service.suggest(input));
    }

    @Mutation
    @Description(
            "Confirms what kind of debtor a customer is: what the evidence proposes, or another class with a reason. What was suggested is decided with it. Only a MANAGER or ADMIN takes a customer out of EVASIVE.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public DebtorClassificationPayload confirmDebtorClass(
            @NonNull @Description("Which class.") ConfirmDebtorClass input) {
        return DebtorClassificationPayload.of(service.confirm(input));
    }

    @Mutation
    @Description("Changes from when on evidence proposes a class.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE})
    public ClassPolicyPayload updateClassPolicy(@NonNull @Description("The policy.") ChangeClassPolicy input) {
        return ClassPolicyPayload.of(service.change(input));
    }
}
