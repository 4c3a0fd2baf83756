-- Phones keep what was promised and what is refused.
alter table change
    drop constraint change_kind_check,
    add constraint change_kind_check
        check (kind in ('cus', 'per', 'rcv', 'pln', 'pay', 'ann', 'prm', 'dsp', 'sth', 'alr', 'con', 'scope', 'usr'));

call follow('promise', 'prm');
call follow('dispute', 'dsp');

insert into change (tenant_id, changed_in, kind, thing_id, customer_id, noted_at)
select tenant_id, pg_current_xact_id(), 'prm', id, customer_id, now() from promise
union all
select tenant_id, pg_current_xact_id(), 'dsp', id, customer_id, now() from dispute;
