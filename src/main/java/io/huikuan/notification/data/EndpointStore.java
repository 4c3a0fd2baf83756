package io.huikuan.notification.data;

import io.huikuan.alert.AlertType;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.text.Language;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.notification.EndpointKind;
import io.huikuan.notification.NotificationEndpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of endpoints. */
@ApplicationScoped
public class EndpointStore {

    private static final String COLUMNS = """
            select id, version, kind, name, host, array_to_string(types, ',') as types, region, language, active,
                case when previous_until > :now then previous_until end as previous_until
            from notification_endpoint where tenant_id = :tenant""";

    private final Sql sql;
    private final SealedRows sealed;
    private final BusinessDates dates;

    EndpointStore(Sql sql, SealedRows sealed, BusinessDates dates) {
        this.sql = sql;
        this.sealed = sealed;
        this.dates = dates;
    }

    /** All, by name. */
    public List<NotificationEndpoint> all() {
        return sql.of(COLUMNS + " order by name, id").bind("now", dates.now()).list(EndpointStore::endpoint);
    }

    /** How many there are. */
    public int count() {
        return sql.of("select count(*) as n from notification_endpoint where tenant_id = :tenant")
                .one(row -> row.integer("n"));
    }

    /** The one with this id. */
    public Optional<NotificationEndpoint> find(UUID id) {
        return sql.of(COLUMNS + " and id = :id")
                .bind("id", id)
                .bind("now", dates.now())
                .first(EndpointStore::endpoint);
    }

    /** The same, held until the transaction ends. */
    public Optional<NotificationEndpoint> lock(UUID id) {
        return sql.of(COLUMNS + " and id = :id for update")
                .bind("id", id)
                .bind("now", dates.now())
                .first(EndpointStore::endpoint);
    }

    /**
     * What is kept of an endpoint.
     *
     * @param url null: as before
     * @param host null: as before
     * @param secret null: as before
     */
    public record Content(
            EndpointKind kind,
            String name,
            String url,
            String host,
            String secret,
            Collection<AlertType> types,
            String region,
            Language language,
            boolean active) {}

    /** Enters a new one. */
    public void enter(UUID id, Content content) {
        bound(id, content, sql.of("""
                insert into notification_endpoint
                    (tenant_id, id, kind, name, url, host, secret, types, region, language, active, created_at)
                values (:tenant, :id, :kind, :name, :url, :host, :secret, :types, :region, :language, :active, :now)"""))
                .bind("kind", content.kind())
                .bind("now", dates.now())
                .update();
    }

    /** Replaces what is kept of it. */
    public void replace(UUID id, Content content) {
        bound(id, content, sql.of("""
                update notification_endpoint set version = version + 1, name = :name, url = coalesce(:url, url), host = coalesce(:host, host),
                    secret = coalesce(:secret, secret), types = :types, region = :region, language = :language, active = :active
                where tenant_id = :tenant and id = :id""")).update();
    }

    private Statement bound(UUID id, Content content, Statement statement) {
        return statement
                .bind("id", id)
                .bind("name", content.name())
                .bind("url", content.url() == null ? null : sealed.seal(id, content.url()))
                .bind("host", content.host())
                .bind("secret", content.secret() == null ? null : sealed.seal(id, content.secret()))
                .names("types", content.types())
                .bind("region", content.region())
                .bind("language", content.language())
                .bind("active", content.active());
    }

    /** Gives it another secret; the one before signs too until the moment. */
    public void rotate(UUID id, String secret, Instant previousUntil) {
        sql.of("""
                update notification_endpoint set version = version + 1, previous_secret = secret, previous_until = :until, secret = :secret
                where tenant_id = :tenant and id = :id""")
                .bind("id", id)
                .bind("secret", sealed.seal(id, secret))
                .bind("until", previousUntil)
                .update();
    }

    /** Removes it; what was on its way there is cancelled when its turn comes. */
    public void remove(UUID id) {
        sql.of("delete from notification_endpoint where tenant_id = :tenant and id = :id")
                .bind("id", id)
                .update();
    }

    /** Switches off those that said that they are no more. */
    public void switchOff(Collection<UUID> endpoints) {
        if (!endpoints.isEmpty()) {
            sql.of("""
                    update notification_endpoint set version = version + 1, active = false
                    where tenant_id = :tenant and active and id = any(:endpoints)""").uuids("endpoints", endpoints).update();
        }
    }

    private static NotificationEndpoint endpoint(Row row) {
        return new NotificationEndpoint(
                NodeId.of(NodeKind.NOTIFICATION_ENDPOINT, row.uuid("id")),
                row.integer("version"),
                row.constant(EndpointKind.class, "kind"),
                row.text("name"),
                row.text("host"),
                Stream.of(row.text("types").split(",", 0))
                        .filter(type -> !type.isEmpty())
                        .map(AlertType::valueOf)
                        .toList(),
                row.text("region"),
                row.constant(Language.class, "language"),
                row.flag("active"),
                row.instant("previous_until"));
    }
}
