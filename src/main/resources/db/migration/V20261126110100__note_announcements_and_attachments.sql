-- What was there before is noted, since no phone has it: in a transaction of its own, while which nothing waits.
insert into change (tenant_id, changed_in, kind, thing_id, customer_id, noted_at)
select tenant_id, pg_current_xact_id(), 'ann', id, customer_id, now() from payment_announcement
union all
select r.tenant_id, pg_current_xact_id(), 'con', r.id, r.customer_id, now() from contact_record r
where exists (select from attachment a where a.tenant_id = r.tenant_id and a.contact_record_id = r.id);
