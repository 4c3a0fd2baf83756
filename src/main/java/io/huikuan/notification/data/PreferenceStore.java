package io.huikuan.notification.data;

import io.huikuan.alert.AlertType;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.text.Language;
import io.huikuan.notification.Channel;
import io.huikuan.notification.NotificationChoice;
import io.huikuan.notification.NotificationPreferences;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** How people want to be told, and how the tenant does: the owner of the latter is the tenant's own id. */
@ApplicationScoped
public class PreferenceStore {

    private final Sql sql;

    PreferenceStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * The preferences of an owner, each filled up with the tenant's and these with what ships.
     *
     * @param byChoiceOnly whether the owner hears only of what he has chosen, as a customer's own people do
     */
    public NotificationPreferences of(UUID owner, boolean byChoiceOnly) {
        return sql.of("""
                select coalesce(own.version, 0) as version, coalesce(own.language, common.language, :language) as language,
                    coalesce(own.time_zone, common.time_zone, t.time_zone) as zone,
                    coalesce(own.quiet_from, common.quiet_from, :quietFrom) as quiet_from,
                    coalesce(own.quiet_until, common.quiet_until, :quietUntil) as quiet_until,
                    coalesce(own.digest_hour, common.digest_hour, :digestHour) as digest_hour
                from tenant t
                left join notification_settings own on own.tenant_id = :tenant and own.owner_id = :owner
                left join notification_settings common on common.tenant_id = :tenant and common.owner_id = :tenant
                where t.tenant_id = :tenant""")
                .bind("owner", owner)
                .bind("language", RecipientStore.LANGUAGE)
                .bind("quietFrom", RecipientStore.QUIET_FROM)
                .bind("quietUntil", RecipientStore.QUIET_UNTIL)
                .bind("digestHour", RecipientStore.DIGEST_HOUR)
                .one(row -> new NotificationPreferences(
                        row.integer("version"),
                        row.constant(Language.class, "language"),
                        row.text("zone"),
                        row.integer("quiet_from"),
                        row.integer("quiet_until"),
                        row.integer("digest_hour"),
                        choices(owner, byChoiceOnly)));
    }

    private List<NotificationChoice> choices(UUID owner, boolean byChoiceOnly) {
        return sql.of("""
                select t.type, array_to_string(coalesce(own.channels, case when :byChoice then '{}' else coalesce(common.channels, '{EMAIL,PUSH}') end), ',')
                    as channels, coalesce(own.digest, common.digest, false) as digest
                from unnest(:types) with ordinality as t (type, place)
                left join notification_choice own on own.tenant_id = :tenant and own.owner_id = :owner and own.alert_type = t.type
                left join notification_choice common on common.tenant_id = :tenant and common.owner_id = :tenant and common.alert_type = t.type
                order by t.place""")
                .bind("owner", owner)
                .bind("byChoice", byChoiceOnly)
                .names("types", EnumSet.allOf(AlertType.class))
                .list(PreferenceStore::choice);
    }

    private static NotificationChoice choice(Row row) {
        return new NotificationChoice(
                row.constant(AlertType.class, "type"),
                Stream.of(row.text("channels").split(",", 0))
                        .filter(name -> !name.isEmpty())
                        .map(Channel::valueOf)
                        .toList(),
                row.flag("digest"));
    }

    /** The version of the owner's settings, held until the transaction ends; 0 where there are none yet, which nobody else can enter meanwhile. */
    public int lock(UUID owner) {
        sql.of("""
                insert into notification_settings (tenant_id, owner_id, version) values (:tenant, :owner, 0)
                on conflict (tenant_id, owner_id) do nothing""").bind("owner", owner).update();
        return sql.of(
                        "select version from notification_settings where tenant_id = :tenant and owner_id = :owner for update")
                .bind("owner", owner)
                .one(row -> row.integer("version"));
    }

    /** Changes the settings that are not null. */
    public void change(UUID owner, NotificationSettings wanted) {
        sql.of("""
                update notification_settings set version = version + 1, language = coalesce(:language, language), time_zone = coalesce(:zone, time_zone),
                    quiet_from = coalesce(:quietFrom, quiet_from), quiet_until = coalesce(:quietUntil, quiet_until),
                    digest_hour = coalesce(:digestHour, digest_hour)
                where tenant_id = :tenant and owner_id = :owner""")
                .bind("owner", owner)
                .bind("language", wanted.language())
                .bind("zone", wanted.timeZone())
                .bind("quietFrom", wanted.quietFrom())
                .bind("quietUntil", wanted.quietUntil())
                .bind("digestHour", wanted.digestHour())
                .update();
    }

    /** Settings to change; null: as before. */
    public record NotificationSettings(
            Language language, String timeZone, Integer quietFrom, Integer quietUntil, Integer digestHour) {}

    /** Puts these choices in the place of those for the same types of alert. */
    public void choose(UUID owner, List<NotificationChoice> choices) {
        if (choices.isEmpty()) {
            return;
        }
        sql.of("""
                insert into notification_choice (tenant_id, owner_id, alert_type, channels, digest)
                select :tenant, :owner, c.type, case when c.channels = '' then '{}' else string_to_array(c.channels, ',') end, c.digest
                from unnest(:types, :channels, :digests) as c (type, channels, digest)
                on conflict (tenant_id, owner_id, alert_type) do update set channels = excluded.channels, digest = excluded.digest""")
                .bind("owner", owner)
                .names(
                        "types",
                        choices.stream().map(NotificationChoice::alertType).toList())
                .texts(
                        "channels",
                        choices.stream()
                                .map(choice -> String.join(
                                        ",",
                                        choice.channels().stream()
                                                .map(Enum::name)
                                                .toList()))
                                .toList())
                .flags(
                        "digests",
                        choices.stream().map(NotificationChoice::digest).toList())
                .update();
    }
}
