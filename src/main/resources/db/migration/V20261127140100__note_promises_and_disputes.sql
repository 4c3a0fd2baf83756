-- What was there before is noted, since no phone has it: in a transaction of its own, while which nothing waits.
insert into change (tenant_id, changed_in, kind, thing_id, customer_id, noted_at)
select tenant_id, pg_current_xact_id(), 'prm', id, customer_id, now() from promise
union all
select tenant_id, pg_current_xact_id(), 'dsp', id, customer_id, now() from dispute;
