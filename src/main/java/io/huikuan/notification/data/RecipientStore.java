package io.huikuan.notification.data;

import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.text.Language;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.notification.domain.DigestTime;
import io.huikuan.notification.domain.QuietHours;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who is to be told by messages of the outbox, and how he wants it at the moment. */
@ApplicationScoped
public class RecipientStore {

    /** The language of a tenant that has not said which. */
    static final Language LANGUAGE = Language.EN;

    /** The hours in which nobody is disturbed where neither he nor the tenant has said which. */
    static final int QUIET_FROM = 21;

    static final int QUIET_UNTIL = 7;

    /** The hour of digests where nobody has said which. */
    static final int DIGEST_HOUR = 8;

    private final Sql sql;
    private final BusinessDates dates;

    RecipientStore(Sql sql, BusinessDates dates) {
        this.sql = sql;
        this.dates = dates;
    }

    /**
     * The recipient of a message.
     *
     * @param maySee whether he is active and may still see the customer; true where no person is told
     * @param email his address; empty where he has none, or no person is told
     * @param digest whether he wants alerts of this type in a digest
     * @param asked of who owes and is reminded: what of it may be asked of him at the moment, which leaves out what is promised or disputed; empty for all others
     */
    public record Recipient(
            boolean maySee,
            Optional<String> email,
            String name,
            Language language,
            QuietHours quiet,
            DigestTime digestTime,
            boolean digest,
            Optional<BigDecimal> asked) {

        /** Whether nothing may be asked of him at the moment. */
        public boolean held() {
            return asked.filter(amount -> amount.signum() <= 0).isPresent();
        }
    }

    /** Those of these messages, by the messages' ids. */
    public Map<UUID, Recipient> of(Collection<UUID> messages) {
        return sql.of("""
                select o.id, u.email, coalesce(u.name, '') as name,
                    coalesce(o.recipient_id is null or sees_customer(u.active, u.roles, u.region, u.id, c.owner_id, c.region)
                        or (u.active and 'PARTNER' = any(u.roles) and u.customer_id = c.id), false) as may_see,
                    coalesce(own.language, common.language, :language) as language,
                    coalesce(own.time_zone, common.time_zone, t.time_zone) as zone,
                    coalesce(own.quiet_from, common.quiet_from, :quietFrom) as quiet_from,
                    coalesce(own.quiet_until, common.quiet_until, :quietUntil) as quiet_until,
                    coalesce(own.digest_hour, common.digest_hour, :digestHour) as digest_hour,
                    o.recipient_id is not null and coalesce(own_choice.digest, common_choice.digest, false) as digest,
                    case when 'PARTNER' = any(u.roles) and a.type = 'INSTALLMENT_OVERDUE' then (
                        select coalesce(sum(x.amount), 0) from dunning_share(:tenant, cast(:today as date)) x
                        where x.installment_id = a.subject_id) end as asked
                from outbox o
                join alert a on a.tenant_id = :tenant and a.id = o.alert_id
                join customer c on c.tenant_id = :tenant and c.id = a.customer_id
                join tenant t on t.tenant_id = :tenant
                left join app_user u on u.tenant_id = :tenant and u.id = o.recipient_id
                left join notification_settings own on own.tenant_id = :tenant and own.owner_id = o.recipient_id
                left join notification_settings common on common.tenant_id = :tenant and common.owner_id = :tenant
                left join notification_choice own_choice
                    on own_choice.tenant_id = :tenant and own_choice.owner_id = o.recipient_id and own_choice.alert_type = a.type
                left join notification_choice common_choice
                    on common_choice.tenant_id = :tenant and common_choice.owner_id = :tenant and common_choice.alert_type = a.type
                where o.tenant_id = :tenant and o.id = any(:messages)""")
                .bind("language", LANGUAGE)
                .bind("quietFrom", QUIET_FROM)
                .bind("quietUntil", QUIET_UNTIL)
                .bind("digestHour", DIGEST_HOUR)
                .bind("today", dates.today())
                .uuids("messages", messages)
                .map(row -> row.uuid("id"), RecipientStore::recipient);
    }

    private static Recipient recipient(Row row) {
        ZoneId zone = ZoneId.of(row.text("zone"));
        return new Recipient(
                row.flag("may_see"),
                Optional.ofNullable(row.text("email")),
                row.text("name"),
                row.constant(Language.class, "language"),
                new QuietHours(row.integer("quiet_from"), row.integer("quiet_until"), zone),
                new DigestTime(row.integer("digest_hour"), zone),
                row.flag("digest"),
                Optional.ofNullable(row.number("asked")));
    }
}
