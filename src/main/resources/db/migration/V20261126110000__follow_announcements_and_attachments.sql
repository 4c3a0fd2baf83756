-- Phones keep announced payments too, and a contact record with its attachments.
alter table change
    drop constraint change_kind_check,
    add constraint change_kind_check check (kind in ('cus', 'per', 'rcv', 'pln', 'pay', 'ann', 'sth', 'alr', 'con', 'scope', 'usr')) not valid;

call follow('payment_announcement', 'ann');

-- The record is looked up row by row, by its key: see note_share.
create function note_attachment() returns trigger language plpgsql as $$
begin
    insert into change (tenant_id, changed_in, kind, thing_id, customer_id, noted_at)
    select distinct t.tenant_id, pg_current_xact_id(), 'con', t.contact_record_id,
        (select r.customer_id from contact_record r where r.tenant_id = t.tenant_id and r.id = t.contact_record_id), now()
    from touched t
    on conflict do nothing;
    return null;
end $$;
create trigger noted_on_insert after insert on attachment referencing new table as touched for each statement execute function note_attachment();
create trigger noted_on_update after update on attachment referencing new table as touched for each statement execute function note_attachment();
