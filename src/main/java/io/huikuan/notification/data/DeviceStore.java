package io.huikuan.notification.data;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.hash.Sha256;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.notification.Device;
import io.huikuan.notification.DeviceKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of devices. */
@ApplicationScoped
public class DeviceStore {

    private static final String COLUMNS = "select id, kind, name, registered_at from device where tenant_id = :tenant";

    private final Sql sql;
    private final AddressStore addresses;
    private final BusinessDates dates;

    DeviceStore(Sql sql, AddressStore addresses, BusinessDates dates) {
        this.sql = sql;
        this.addresses = addresses;
        this.dates = dates;
    }

    /**
     * Enters a device of the actor. One that he has already keeps its id; one that was somebody else's is entered anew, so that what was on its way to that
     * person does not reach this one.
     *
     * @param parts the token, or a browser's endpoint and keys; the first tells one device from another
     */
    public UUID register(UUID fresh, DeviceKind kind, String name, List<String> parts) {
        String fingerprint = fingerprint(kind, parts.get(0));
        // Two registrations of one device at the same moment come one after the other.
        sql.of(
                        "select pg_advisory_xact_lock(hashtextextended(cast(:tenant as text) || :fingerprint, 0)) is null as waited")
                .bind("fingerprint", fingerprint)
                .one(row -> true);
        sql.of("delete from device where tenant_id = :tenant and fingerprint = :fingerprint and user_id <> :actor_user")
                .bind("fingerprint", fingerprint)
                .update();
        UUID id = known(fingerprint).orElse(fresh);
        sql.of("""
                insert into device (tenant_id, id, user_id, kind, name, address, fingerprint, registered_at)
                values (:tenant, :id, :actor_user, :kind, :name, :address, :fingerprint, :now)
                on conflict (tenant_id, fingerprint) do update set name = excluded.name, address = excluded.address, registered_at = excluded.registered_at""")
                .bind("id", id)
                .bind("kind", kind)
                .bind("name", name)
                .bind("address", addresses.sealedDevice(id, parts))
                .bind("fingerprint", fingerprint)
                .bind("now", dates.now())
                .update();
        return id;
    }

    private Optional<UUID> known(String fingerprint) {
        return sql.of(
                        "select id from device where tenant_id = :tenant and fingerprint = :fingerprint and user_id = :actor_user")
                .bind("fingerprint", fingerprint)
                .first(row -> row.uuid("id"));
    }

    /** How many the actor has. */
    public int count() {
        return sql.of("select count(*) as n from device where tenant_id = :tenant and user_id = :actor_user")
                .one(row -> row.integer("n"));
    }

    /** Those of the actor, the last registered first. */
    public List<Device> own() {
        return sql.of(COLUMNS + " and user_id = :actor_user order by registered_at desc, id desc")
                .list(DeviceStore::device);
    }

    /** This one, if it is the actor's. */
    public Optional<Device> own(UUID id) {
        return sql.of(COLUMNS + " and user_id = :actor_user and id = :id")
                .bind("id", id)
                .first(DeviceStore::device);
    }

    /** Removes the actor's device; whether there was one. */
    public boolean remove(UUID id) {
        return sql.of("delete from device where tenant_id = :tenant and user_id = :actor_user and id = :id")
                        .bind("id", id)
                        .update()
                == 1;
    }

    /** Removes devices that are no more. */
    public void forget(Collection<UUID> devices) {
        if (!devices.isEmpty()) {
            sql.of("delete from device where tenant_id = :tenant and id = any(:devices)")
                    .uuids("devices", devices)
                    .update();
        }
    }

    private static Device device(Row row) {
        return new Device(
                NodeId.of(NodeKind.DEVICE, row.uuid("id")),
                row.constant(DeviceKind.class, "kind"),
                row.text("name"),
                row.instant("registered_at"));
    }

    private static String fingerprint(DeviceKind kind, String token) {
        return Sha256.of(kind + " " + token);
    }
}
