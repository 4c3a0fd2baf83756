package io.huikuan.partner.data;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.partner.PartnerInvitation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The invitations of customers' people, and what becomes of them. */
@ApplicationScoped
public class InvitationStore {

    private static final String OPEN = "i.accepted_at is null and i.replaced_at is null";

    private final Sql sql;
    private final BusinessDates dates;

    InvitationStore(Sql sql, BusinessDates dates) {
        this.sql = sql;
        this.dates = dates;
    }

    /** An invitation that can be accepted. */
    public record Acceptable(UUID id, UUID customer, String customerCode, String customerName) {}

    /** Somebody who is known by the subject of a token. */
    public record Known(UUID id, boolean partner, boolean active, UUID customer) {}

    /** Who invites and to whose account, by name. */
    public record Parties(String supplier, String customer) {}

    /** The names for a customer. */
    public Parties parties(UUID customer) {
        return sql.of("""
                select t.name as supplier, c.name as customer from tenant t
                join customer c on c.tenant_id = t.tenant_id and c.id = :customer where t.tenant_id = :tenant""")
                .bind("customer", customer)
                .one(row -> new Parties(row.text("supplier"), row.text("customer")));
    }

    /** Ends what is open of an address at a customer, which is locked; the ids of what ended. */
    public List<UUID> replace(UUID customer, String email) {
        return sql.of("""
                update partner_invitation i set replaced_at = :now
                where i.tenant_id = :tenant and i.customer_id = :customer and lower(i.email) = lower(:email) and %s
                returning i.id""".formatted(OPEN))
                .bind("now", dates.now())
                .bind("customer", customer)
                .bind("email", email)
                .list(row -> row.uuid("id"));
    }

    /** Writes an invitation to the customer. */
    public void insert(UUID customer, PartnerInvitation invitation, String secretHash) {
        sql.of("""
                insert into partner_invitation (tenant_id, id, customer_id, email, name, secret_hash, invited_at, invited_by, expires_at)
                values (:tenant, :id, :customer, :email, :name, :hash, :now, :actor_user, :expires)""")
                .bind("id", invitation.id())
                .bind("customer", customer)
                .bind("email", invitation.email())
                .bind("name", invitation.name())
                .bind("hash", secretHash)
                .bind("now", invitation.invitedAt())
                .bind("expires", invitation.expiresAt())
                .update();
    }

    /** What is open at the customer and has not expired, the latest first. */
    public List<PartnerInvitation> openOf(UUID customer) {
        return sql.of("""
                select i.id, i.email, i.name, i.invited_at, i.expires_at from partner_invitation i
                where i.tenant_id = :tenant and i.customer_id = :customer and i.expires_at > :now and %s
                order by i.invited_at desc, i.id desc limit 100""".formatted(OPEN))
                .bind("customer", customer)
                .bind("now", dates.now())
                .list(row -> new PartnerInvitation(
                        row.text("email"),
                        row.text("name"),
                        row.instant("invited_at"),
                        row.instant("expires_at"),
                        row.uuid("id")));
    }

    /** The invitation with this secret's hash, locked; empty when it is unknown, was accepted or replaced, or has expired. */
    public Optional<Acceptable> acceptable(String secretHash) {
        return sql.of("""
                select i.id, i.customer_id, c.code, c.name from partner_invitation i
                join customer c on c.tenant_id = :tenant and c.id = i.customer_id
                where i.tenant_id = :tenant and i.secret_hash = :hash and i.expires_at > :now and %s
                for no key update of i""".formatted(OPEN))
                .bind("hash", secretHash)
                .bind("now", dates.now())
                .first(row ->
                        new Acceptable(row.uuid("id"), row.uuid("customer_id"), row.text("code"), row.text("name")));
    }

    /** Whoever is known by the subject, locked. */
    public Optional<Known> known(String subject) {
        return sql.of("""
                select u.id, 'PARTNER' = any(u.roles) as partner, u.active, u.customer_id from app_user u
                where u.tenant_id = :tenant and u.subject = :subject for no key update""")
                .bind("subject", subject)
                .first(row ->
                        new Known(row.uuid("id"), row.flag("partner"), row.flag("active"), row.uuid("customer_id")));
    }

    /** Makes the person one of the customer's, who may sign in; the id. Two at once with one subject make one person. */
    public UUID bind(String subject, String name, Optional<String> email, UUID customer) {
        return sql.of("""
                insert into app_user (tenant_id, id, subject, email, name, roles, customer_id, active, created_at)
                values (:tenant, :id, :subject, :email, :name, :roles, :customer, true, :now)
                on conflict (tenant_id, subject) do update set customer_id = excluded.customer_id, active = true
                returning id""")
                .bind("id", Uuids.next())
                .bind("subject", subject)
                .bind("email", email.orElse(null))
                .bind("name", name)
                .names("roles", Set.of(Role.PARTNER))
                .bind("customer", customer)
                .bind("now", dates.now())
                .one(row -> row.uuid("id"));
    }

    /** Marks the invitation as accepted. */
    public void accepted(UUID invitation, UUID user) {
        sql.of("""
                update partner_invitation set accepted_at = :now, accepted_by = :user
                where tenant_id = :tenant and id = :id""")
                .bind("now", dates.now())
                .bind("user", user)
                .bind("id", invitation)
                .update();
    }
}
