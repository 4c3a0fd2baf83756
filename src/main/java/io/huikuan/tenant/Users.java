package io.huikuan.tenant;

import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.tenant.data.UserStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The people of the current tenant. */
@ApplicationScoped
public class Users implements NodeFinder {

    private final UserStore users;
    private final CurrentActor actor;

    Users(UserStore users, CurrentActor actor) {
        this.users = users;
        this.actor = actor;
    }

    /** The people behind these ids. */
    @Transactional
    public Map<UUID, User> byIds(Set<UUID> ids) {
        return users.byIds(ids);
    }

    /** People by name, of one role or of all; pending ones have none. Partners only for an actor who sees every customer: they tell who that is. */
    @Transactional
    public Page<User> page(Paging paging, Optional<Role> role) {
        return users.page(paging, role, actor.get().seesAllCustomers());
    }

    /** Who is asking. */
    @Transactional
    public User viewer() {
        UUID self = actor.get().user().orElseThrow();
        return Optional.ofNullable(users.byIds(Set.of(self)).get(self)).orElseThrow();
    }

    /**
     * The people with these e-mail addresses, case apart; whoever is unknown is entered as pending, without roles, and becomes whole when
     * a token brings the address. Partners are not considered.
     *
     * @return the ids by the addresses in lower case
     */
    @Transactional
    public Map<String, UUID> byEmails(Collection<String> addresses) {
        Set<String> wanted = addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        users.enterPending(wanted);
        return users.idsByEmails(wanted);
    }

    /** Whether customers and contact persons can be looked after by this person: known, active and no partner. */
    @Transactional
    public boolean isStaff(UUID id) {
        return Optional.ofNullable(users.byIds(Set.of(id)).get(id))
                .filter(user -> user.active() && !user.roles().contains(Role.PARTNER))
                .isPresent();
    }

    /**
     * Whether there is another person who could decide on what this one proposed: somebody active who is ADMIN, FINANCE or MANAGER. Where there is nobody, an ADMIN
     * may decide on his own proposals.
     */
    @Transactional
    public boolean someoneElseMayDecide(UUID than) {
        return users.someoneElseMayDecide(than);
    }

    /** The name under which PostgreSQL tells nodes of removed persons; what it tells is the tenant and the person. */
    public static final String REMOVED_CHANNEL = UserStore.REMOVED;

    /** The people of a customer, by name, those who may no longer sign in too. The caller sees to it that the customer is one that the actor sees. */
    @Transactional
    public List<User> partnersOf(UUID customer) {
        return users.partnersOf(customer);
    }

    /** The customer of a partner; empty when the person is none. */
    @Transactional
    public Optional<UUID> customerOf(UUID partner) {
        return users.customerOf(partner);
    }

    /**
     * Lets a person sign in no more: every node forgets what it remembers of the person and ends the person's sockets as soon as this is committed. Whether the person
     * could sign in.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean remove(UUID person) {
        return users.deactivate(person);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.USER;
    }

    @Override
    @Transactional
    public Optional<User> find(UUID uuid) {
        return Optional.ofNullable(users.byIds(Set.of(uuid)).get(uuid))
                .filter(user -> actor.get().seesAllCustomers() || !user.roles().contains(Role.PARTNER));
    }
}
