package io.huikuan.contact.data;

import io.huikuan.contact.AutomaticContact;
import io.huikuan.kernel.sql.Columns;
import io.huikuan.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Writes which contacts were made without a person's doing. */
@ApplicationScoped
public class AutomaticContactStore {

    private final Sql sql;

    AutomaticContactStore(Sql sql) {
        this.sql = sql;
    }

    /** Writes contacts made at the moment, by their ids. */
    public void add(Map<UUID, AutomaticContact> contacts, Instant moment) {
        sql.of("""
                insert into automatic_contact (tenant_id, id, customer_id, contact_person_id, channel, cause, cause_id, made_at)
                select :tenant, n.*, :moment from unnest(:ids, :customers, :persons, :channels, :causes, :cause_ids)
                    n (id, customer_id, contact_person_id, channel, cause, cause_id)""")
                .uuids("ids", contacts.keySet())
                .uuids("customers", Columns.of(contacts.values(), AutomaticContact::customer))
                .uuids(
                        "persons",
                        Columns.of(
                                contacts.values(), contact -> contact.person().orElse(null)))
                .names("channels", Columns.of(contacts.values(), AutomaticContact::channel))
                .names("causes", Columns.of(contacts.values(), AutomaticContact::cause))
                .uuids("cause_ids", Columns.of(contacts.values(), AutomaticContact::causeId))
                .bind("moment", moment)
                .update();
    }
}
