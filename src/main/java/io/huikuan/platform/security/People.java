package io.huikuan.platform.security;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of those who come with tokens: found by their subject, by the address under which they were expected, or entered. */
@ApplicationScoped
class People {

    private final Sql sql;
    private final Clock clock;

    People(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Known(
            UUID id,
            String name,
            String email,
            Set<String> roles,
            String region,
            UUID customer,
            boolean active,
            boolean invited) {

        static Known of(Row row) {
            return new Known(
                    row.uuid("id"),
                    row.text("name"),
                    row.text("email"),
                    Arrays.stream(row.text("roles").split(",", -1)).collect(Collectors.toSet()),
                    row.text("region"),
                    row.uuid("customer_id"),
                    row.flag("active"),
                    row.flag("invited"));
        }

        Optional<UUID> ofCustomer() {
            return Optional.ofNullable(customer);
        }

        boolean says(TokenClaims claims, UUID customerId) {
            return name.equals(claims.name())
                    && Objects.equals(email, claims.email().orElse(null))
                    && roles.equals(claims.roles().stream().map(Role::name).collect(Collectors.toSet()))
                    && Objects.equals(region, claims.region().orElse(null))
                    && Objects.equals(customer, customerId);
        }
    }

    /** Who it is, and the customer whose person it is. */
    record Entered(UUID id, Optional<UUID> customer) {}

    /**
     * The person, with the row saying what the token says. A partner's token that names no customer is good for whoever an invitation has bound to one.
     *
     * @param named the customer that the token names
     * @throws TokenRefused when the person may no longer sign in, or is a partner of no customer or of another one than the token names
     */
    Entered enter(TokenClaims claims, Optional<UUID> named) {
        Optional<Known> known = find(claims);
        Optional<UUID> customer =
                named.or(() -> known.filter(any -> claims.isPartner()).flatMap(Known::ofCustomer));
        if (claims.isPartner() && customer.isEmpty()) {
            throw new TokenRefused("The token of a partner names no customer, and no invitation was accepted with it.");
        }
        return new Entered(
                known.map(person -> come(person, claims, customer))
                        .or(() -> expected(claims))
                        .orElseGet(() -> insert(claims, customer)),
                customer);
    }

    private UUID come(Known known, TokenClaims claims, Optional<UUID> customer) {
        if (!known.active()) {
            throw new TokenRefused("This person may no longer sign in.");
        }
        if (known.invited() && !known.ofCustomer().equals(customer)) {
            throw new TokenRefused("This person was invited for one customer, and the token names another.");
        }
        if (!known.says(claims, customer.orElse(null))) {
            bindClaims(sql.of("""
                    update app_user set name = :name, email = :email, roles = :roles, region = :region, customer_id = :customer
                    where tenant_id = :tenant and id = :id"""), claims, customer).bind("id", known.id()).update();
        }
        return known.id();
    }

    /** The customer of a partner. */
    Optional<UUID> customer(String code) {
        return sql.of("select id from customer where tenant_id = :tenant and code = :code")
                .bind("code", code)
                .first(row -> row.uuid("id"));
    }

    private Optional<Known> find(TokenClaims claims) {
        return sql.of("""
                select u.id, u.name, u.email, array_to_string(u.roles, ',') as roles, u.region, u.customer_id, u.active, exists (
                    select 1 from partner_invitation i where i.tenant_id = :tenant and i.accepted_by = u.id) as invited
                from app_user u where u.tenant_id = :tenant and u.subject = :subject""").bind("subject", claims.subject()).first(Known::of);
    }

    /** Whoever an import named as an owner by e-mail becomes this person. Partners own nothing. */
    private Optional<UUID> expected(TokenClaims claims) {
        if (claims.isPartner() || claims.email().isEmpty()) {
            return Optional.empty();
        }
        return bindClaims(sql.of("""
                update app_user set subject = :subject, name = :name, email = :email, roles = :roles, region = :region,
                    customer_id = :customer
                where tenant_id = :tenant and subject is null and lower(email) = lower(:email)
                    and not exists (select 1 from app_user other where other.tenant_id = :tenant and other.subject = :subject)
                returning id"""), claims, Optional.empty())
                .bind("subject", claims.subject())
                .first(row -> row.uuid("id"));
    }

    /** Two first requests of one person at the same moment enter it once. */
    private UUID insert(TokenClaims claims, Optional<UUID> customer) {
        return bindClaims(sql.of("""
                insert into app_user (tenant_id, id, subject, email, name, roles, region, customer_id, active, created_at)
                values (:tenant, :id, :subject, :email, :name, :roles, :region, :customer, true, :now)
                on conflict (tenant_id, subject) do update set name = excluded.name
                returning id"""), claims, customer)
                .bind("id", Uuids.next())
                .bind("subject", claims.subject())
                .bind("now", clock.instant())
                .one(row -> row.uuid("id"));
    }

    private static Statement bindClaims(Statement statement, TokenClaims claims, Optional<UUID> customer) {
        return statement
                .bind("name", claims.name())
                .bind("email", claims.email().orElse(null))
                .names("roles", claims.roles().stream().sorted().toList())
                .bind("region", claims.region().orElse(null))
                .bind("customer", customer.orElse(null));
    }
}
