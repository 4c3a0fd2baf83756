-- What the job INSTALLMENT_ALERTS would have to write at least on a first day: alerts and the events of their raising. Taken back.
\set ON_ERROR_STOP on
begin;
select set_config('app.tenant', :'tenant', true) \g /dev/null
\timing on
with raised as (
    insert into alert (tenant_id, id, type, subject_id, cause_date, cause_key, customer_id, severity, status, occurrence, amount, currency, raised_at,
        business_date)
    select :'tenant'::uuid, time_ordered_id(), case when o.due_date < d.today then 'INSTALLMENT_OVERDUE' else 'INSTALLMENT_DUE_SOON' end, o.installment_id,
        o.due_date, '', o.customer_id, case when o.due_date >= d.today then 'INFO' when d.today - o.due_date > 30 then 'CRITICAL' else 'WARNING' end,
        'OPEN', 1, sum(o.open), o.currency, now(), d.today
    from (select (now() at time zone 'Asia/Shanghai')::date as today) d
    cross join lateral open_share(:'tenant', (now() at time zone 'Asia/Shanghai')::date, 'SCHEDULE') o
    where o.due_date <= d.today + 7
    group by o.installment_id, o.due_date, o.customer_id, o.currency, d.today
    on conflict do nothing
    returning id, occurrence)
insert into alert_event (tenant_id, alert_id, occurrence, batch_id)
select :'tenant'::uuid, id, occurrence, :'tenant'::uuid from raised;
\timing off
rollback;
