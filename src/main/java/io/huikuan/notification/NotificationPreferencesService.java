package io.huikuan.notification;

import io.huikuan.alert.AlertType;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.notification.data.PreferenceStore;
import io.huikuan.notification.data.PreferenceStore.NotificationSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How people are told of alerts: each says so for himself, an ADMIN for all who have not. A customer's own people hear of nothing unless they choose to, and only of
 * installments.
 */
@ApplicationScoped
@Transactional
public class NotificationPreferencesService {

    /** By what people can be reached; webhooks and robots belong to the tenant, the log to the operator. */
    private static final Set<Channel> PERSONAL = EnumSet.of(Channel.EMAIL, Channel.PUSH);

    private static final Set<AlertType> FOR_PARTNERS =
            EnumSet.of(AlertType.INSTALLMENT_DUE_SOON, AlertType.INSTALLMENT_OVERDUE);

    private static final int LAST_HOUR = 23;

    private final PreferenceStore store;
    private final ClientKeys clientKeys;
    private final CurrentActor actor;

    NotificationPreferencesService(PreferenceStore store, ClientKeys clientKeys, CurrentActor actor) {
        this.store = store;
        this.clientKeys = clientKeys;
        this.actor = actor;
    }

    /** How the actor is told. */
    public NotificationPreferences own() {
        return of(self());
    }

    /** How people of the tenant are told who have not said otherwise. */
    public NotificationPreferences defaults() {
        return of(actor.get().tenant());
    }

    private NotificationPreferences of(UUID owner) {
        boolean partner = actor.get().is(Role.PARTNER);
        NotificationPreferences all = store.of(owner, partner);
        return partner ? ofInstallments(all) : all;
    }

    private static NotificationPreferences ofInstallments(NotificationPreferences all) {
        return new NotificationPreferences(
                all.version(),
                all.language(),
                all.timeZone(),
                all.quietFrom(),
                all.quietUntil(),
                all.digestHour(),
                all.choices().stream()
                        .filter(choice -> FOR_PARTNERS.contains(choice.alertType()))
                        .toList());
    }

    /** Changes how the actor is told; refused with STALE when it was changed since, for example on another device. */
    public Outcome<NotificationPreferences> changeOwn(PreferencesChange change) {
        return change("updateNotificationPreferences", self(), change);
    }

    /** Changes how people are told who have not said otherwise. */
    public Outcome<NotificationPreferences> changeDefaults(PreferencesChange change) {
        return change("updateNotificationDefaults", actor.get().tenant(), change);
    }

    private Outcome<NotificationPreferences> change(String mutation, UUID owner, PreferencesChange change) {
        return clientKeys.once(
                new Wish(mutation, change.clientKey(), change),
                () -> changed(owner, change),
                any -> owner,
                any -> Optional.of(of(owner)));
    }

    private Outcome<NotificationPreferences> changed(UUID owner, PreferencesChange change) {
        if (store.lock(owner) != change.version()) {
            return Outcome.refused(ErrorCode.STALE, "version", "They were changed since: read them again.");
        }
        Refusals refusals = new Refusals();
        NotificationSettings settings = settings(change, refusals);
        for (int i = 0; i < change.choices().size(); i++) {
            check(change.choices().get(i), "choices." + i, refusals);
        }
        Set<AlertType> types =
                change.choices().stream().map(NotificationChoice::alertType).collect(Collectors.toSet());
        refusals.unless(
                types.size() == change.choices().size(),
                ErrorCode.INVALID_VALUE,
                "choices",
                "A type of alert is given twice.");
        if (refusals.any()) {
            return refusals.outcome();
        }
        store.change(owner, settings);
        store.choose(
                owner,
                change.choices().stream()
                        .map(NotificationPreferencesService::inOrder)
                        .toList());
        return Outcome.done(of(owner));
    }

    private static NotificationSettings settings(PreferencesChange change, Refusals refusals) {
        refusals.unless(
                (change.quietFrom() == null) == (change.quietUntil() == null),
                ErrorCode.REQUIRED,
                "quietUntil",
                "Quiet hours need both their beginning and their end.");
        return new NotificationSettings(
                change.language(),
                refusals.timeZone("timeZone", change.timeZone()),
                refusals.between("quietFrom", change.quietFrom(), 0, LAST_HOUR),
                refusals.between("quietUntil", change.quietUntil(), 0, LAST_HOUR),
                refusals.between("digestHour", change.digestHour(), 0, LAST_HOUR));
    }

    private void check(NotificationChoice choice, String path, Refusals refusals) {
        refusals.unless(
                PERSONAL.containsAll(choice.channels()),
                ErrorCode.INVALID_VALUE,
                path + ".channels",
                "People are reached by EMAIL and PUSH; the other channels are the tenant's own.");
        refusals.unless(
                !actor.get().is(Role.PARTNER) || FOR_PARTNERS.contains(choice.alertType()),
                ErrorCode.INVALID_VALUE,
                path + ".alertType",
                "You can hear of installments only.");
    }

    private static NotificationChoice inOrder(NotificationChoice choice) {
        List<Channel> once = choice.channels().stream().distinct().sorted().toList();
        return new NotificationChoice(choice.alertType(), once, choice.digest());
    }

    private UUID self() {
        return actor.get().user().orElseThrow();
    }
}
