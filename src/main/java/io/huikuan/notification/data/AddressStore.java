package io.huikuan.notification.data;

import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.text.Language;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.notification.channel.Address;
import io.huikuan.notification.channel.Address.App;
import io.huikuan.notification.channel.Address.Browser;
import io.huikuan.notification.channel.Address.Robot;
import io.huikuan.notification.channel.Address.RobotKind;
import io.huikuan.notification.channel.Address.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The addresses of devices and endpoints, opened for sending. */
@ApplicationScoped
public class AddressStore {

    /** Between the parts of a browser's address. */
    private static final String SEPARATOR = "\n";

    private final Sql sql;
    private final SealedRows sealed;
    private final BusinessDates dates;

    AddressStore(Sql sql, SealedRows sealed, BusinessDates dates) {
        this.sql = sql;
        this.sealed = sealed;
        this.dates = dates;
    }

    /**
     * A target of messages.
     *
     * @param address empty where it does not open with the keys of this node
     * @param language that of an endpoint; empty for a device, whose owner has one
     */
    public record Target(Optional<Address> address, Optional<Language> language) {}

    /** Those of these that are there, and switched on. */
    public Map<UUID, Target> of(Collection<UUID> targets) {
        if (targets.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Target> found = new HashMap<>(
                sql.of("select id, kind, address from device where tenant_id = :tenant and id = any(:targets)")
                        .uuids("targets", targets)
                        .map(row -> row.uuid("id"), this::device));
        found.putAll(sql.of("""
                select id, kind, url, secret, case when previous_until > :now then previous_secret end as previous_secret, language
                from notification_endpoint where tenant_id = :tenant and active and id = any(:targets)""")
                .bind("now", dates.now())
                .uuids("targets", targets)
                .map(row -> row.uuid("id"), this::endpoint));
        return found;
    }

    private Target device(Row row) {
        return new Target(opened(row, this::deviceAddress), Optional.empty());
    }

    private Target endpoint(Row row) {
        return new Target(opened(row, this::endpointAddress), Optional.of(row.constant(Language.class, "language")));
    }

    private Optional<Address> opened(Row row, Function<Row, Address> opening) {
        return sealed.opened(row.uuid("id"), () -> opening.apply(row));
    }

    private Address deviceAddress(Row row) {
        UUID id = row.uuid("id");
        String address = sealed.open(id, row.text("address"));
        if (row.text("kind").equals("FCM")) {
            return new App(id, address);
        }
        String[] parts = address.split(SEPARATOR, -1);
        return new Browser(id, URI.create(parts[0]), parts[1], parts[2]);
    }

    private Address endpointAddress(Row row) {
        UUID id = row.uuid("id");
        URI url = URI.create(sealed.open(id, row.text("url")));
        Optional<String> secret = Optional.ofNullable(row.text("secret")).map(text -> sealed.open(id, text));
        return row.text("kind").equals("WEBHOOK")
                ? new Webhook(
                        id,
                        url,
                        secret.orElseThrow(),
                        Optional.ofNullable(row.text("previous_secret")).map(text -> sealed.open(id, text)))
                : new Robot(id, row.constant(RobotKind.class, "kind"), url, secret);
    }

    /** How a device's address is kept: a browser's has three parts. */
    public String sealedDevice(UUID device, List<String> parts) {
        return sealed.seal(device, String.join(SEPARATOR, parts));
    }
}
