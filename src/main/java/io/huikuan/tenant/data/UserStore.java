package io.huikuan.tenant.data;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.tenant.User;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of people. */
@ApplicationScoped
public class UserStore {

    private static final String COLUMNS =
            "id, name, email, array_to_string(roles, ',') as roles, region, active from app_user";

    /** The name under which nodes are told of removed persons; what is told is the tenant and the person. */
    public static final String REMOVED = "huikuan_person_removed";

    private final Sql sql;
    private final BusinessDates dates;

    UserStore(Sql sql, BusinessDates dates) {
        this.sql = sql;
        this.dates = dates;
    }

    /** Those with these ids. */
    public Map<UUID, User> byIds(Set<UUID> ids) {
        return sql.of("select " + COLUMNS + " where tenant_id = :tenant and id = any(:ids)")
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), UserStore::user);
    }

    /** A page by name, with the customers' own people or without. */
    public Page<User> page(Paging paging, Optional<Role> role, boolean partnersToo) {
        String wanted = (role.isPresent() ? " and :role = any(roles)" : "")
                + (partnersToo ? "" : " and not 'PARTNER' = any(roles)");
        Optional<Cursor> after = paging.afterCursor(2);
        Statement statement = sql.of("select " + COLUMNS + " where tenant_id = :tenant" + wanted
                        + (after.isPresent() ? " and (name, id) > (:name, :id)" : "")
                        + " order by name, id limit :fetch")
                .bind("fetch", paging.fetch());
        role.ifPresent(one -> statement.bind("role", one));
        after.ifPresent(cursor -> statement.bind("name", cursor.text(0)).bind("id", cursor.uuid(1)));
        return Page.of(
                statement.list(UserStore::user),
                paging,
                user -> Cursor.of(user.name(), NodeId.uuidOf(user.id())),
                paging.counted() ? count(role, wanted) : 0);
    }

    private int count(Optional<Role> role, String wanted) {
        Statement statement = sql.of("select count(*) as n from app_user where tenant_id = :tenant" + wanted);
        role.ifPresent(one -> statement.bind("role", one));
        return statement.one(row -> row.integer("n"));
    }

    /** Enters as pending whoever is unknown by these addresses, which are in lower case. */
    public void enterPending(Set<String> addresses) {
        List<String> emails = List.copyOf(addresses);
        sql.of("""
                insert into app_user (tenant_id, id, subject, email, name, roles, active, created_at)
                select :tenant, given.id, null, given.email, given.email, '{}', true, :now
                from unnest(:ids, :emails) as given (id, email)
                where not exists (select 1 from app_user known
                                  where known.tenant_id = :tenant and lower(known.email) = given.email
                                      and not 'PARTNER' = any(known.roles))
                on conflict (tenant_id, lower(email)) where subject is null do nothing""")
                .uuids("ids", Stream.generate(Uuids::next).limit(emails.size()).toList())
                .texts("emails", emails)
                .bind("now", dates.now())
                .update();
    }

    /** The ids by address; of several people with one address the one who can sign in, then the earliest. */
    public Map<String, UUID> idsByEmails(Set<String> addresses) {
        return sql.of("""
                select distinct on (lower(email)) lower(email) as email, id from app_user
                where tenant_id = :tenant and lower(email) = any(:emails) and not 'PARTNER' = any(roles)
                order by lower(email), subject is null, not active, created_at, id""").texts("emails", addresses).map(row -> row.text("email"), row -> row.uuid("id"));
    }

    /** The people of a customer, by name. */
    public List<User> partnersOf(UUID customer) {
        return sql.of("select " + COLUMNS + " where tenant_id = :tenant and customer_id = :customer order by name, id")
                .bind("customer", customer)
                .list(UserStore::user);
    }

    /** The customer of a partner; empty when the person is none. */
    public Optional<UUID> customerOf(UUID user) {
        return sql.of("""
                select customer_id from app_user
                where tenant_id = :tenant and id = :id and customer_id is not null and 'PARTNER' = any(roles)""").bind("id", user).first(row -> row.uuid("customer_id"));
    }

    /** Whether there is another active person who leads or keeps the books. */
    public boolean someoneElseMayDecide(UUID than) {
        return sql.of("""
                select exists (
                    select from app_user u
                    where u.tenant_id = :tenant and u.id <> :than and u.active
                        and u.roles && array['ADMIN', 'FINANCE', 'MANAGER']) as someone""").bind("than", than).one(row -> row.flag("someone"));
    }

    /** Lets a person sign in no more, and has every node told when that is committed; whether the person could. */
    public boolean deactivate(UUID user) {
        boolean could = sql.of("update app_user set active = false where tenant_id = :tenant and id = :id and active")
                        .bind("id", user)
                        .update()
                == 1;
        if (could) {
            sql.of("select pg_notify('" + REMOVED
                            + "', cast(:tenant as text) || ' ' || cast(:id as text)) is null as told")
                    .bind("id", user)
                    .one(row -> true);
        }
        return could;
    }

    private static User user(Row row) {
        return new User(
                NodeId.of(NodeKind.USER, row.uuid("id")),
                row.text("name"),
                row.text("email"),
                Stream.of(row.text("roles").split(",", 0))
                        .filter(role -> !role.isEmpty())
                        .map(Role::valueOf)
                        .sorted()
                        .toList(),
                row.text("region"),
                row.flag("active"));
    }
}
