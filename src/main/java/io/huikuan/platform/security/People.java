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
            UUID id, String name, String email, Set<String> roles, String region, UUID customer, boolean active) {

        static Known of(Row row) {
            return new Known(
                    row.uuid("id"),
                    row.text("name"),
                    row.text("email"),
                    Arrays.stream(row.text("roles").split(",", -1)).collect(Collectors.toSet()),
                    row.text("region"),
                    row.uuid("customer_id"),
                    row.flag("active"));
        }

        boolean says(TokenClaims claims, UUID customerId) {
            return name.equals(claims.name())
                    && Objects.equals(email, claims.email().orElse(null))
                    && roles.equals(claims.roles().stream().map(Role::name).collect(Collectors.toSet()))
                    && Objects.equals(region, claims.region().orElse(null))
                    && Objects.equals(customer, customerId);
        }
    }

    /**
     * The person's id, with the row saying what the token says.
     *
     * @throws TokenRefused when the person may no longer sign in
     */
    UUID enter(TokenClaims claims, Optional<UUID> customer) {
        Optional<Known> known = find(claims);
        if (known.isEmpty()) {
            return expected(claims).orElseGet(() -> insert(claims, customer));
        }
        if (!known.get().active()) {
            throw new TokenRefused("This person may no longer sign in.");
        }
        if (!known.get().says(claims, customer.orElse(null))) {
            bindClaims(sql.of("""
                    update app_user set name = :name, email = :email, roles = :roles, region = :region, customer_id = :customer
                    where tenant_id = :tenant and id = :id"""), claims, customer)
                    .bind("id", known.get().id())
                    .update();
        }
        return known.get().id();
    }

    /** The customer of a partner. */
    Optional<UUID> customer(String code) {
        return sql.of("select id from customer where tenant_id = :tenant and code = :code")
                .bind("code", code)
                .first(row -> row.uuid("id"));
    }

    private Optional<Known> find(TokenClaims claims) {
        return sql.of("""
                select id, name, email, array_to_string(roles, ',') as roles, region, customer_id, active
                from app_user where tenant_id = :tenant and subject = :subject""").bind("subject", claims.subject()).first(Known::of);
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
