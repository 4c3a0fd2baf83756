-- What the job SELL_THROUGH_ALERTS has to write at least on a first day, in one statement: alerts, the events of their raising, and a message for whom each
-- is for. Taken back.
\set ON_ERROR_STOP on
begin;
select set_config('app.tenant', :'tenant', true) \g /dev/null
\timing on
with raised as (
    insert into alert (tenant_id, id, type, subject_id, cause_date, cause_key, customer_id, severity, status, occurrence, amount, currency, rate, raised_at,
        business_date)
    select :'tenant'::uuid, time_ordered_id(), 'SELL_THROUGH_REACHED', r.cycle_id, r.started_on, '', r.customer_id, 'INFO', 'OPEN', 1, r.sold_value, r.currency,
        r.rate, now(), (now() at time zone 'Asia/Shanghai')::date
    from reached_stock_cycle(:'tenant', (now() at time zone 'Asia/Shanghai')::date) r
    on conflict do nothing
    returning id, occurrence, customer_id),
noted as (
    insert into alert_event (tenant_id, alert_id, occurrence, batch_id)
    select :'tenant'::uuid, id, occurrence, :'tenant'::uuid from raised)
insert into outbox (tenant_id, id, alert_id, occurrence, recipient_id, channel, state, due_at, created_at)
select :'tenant'::uuid, time_ordered_id(), r.id, r.occurrence, coalesce(c.owner_id, m.id), 'LOG', 'PENDING', now(), now()
from raised r
join customer c on c.tenant_id = :'tenant' and c.id = r.customer_id
left join app_user m on m.tenant_id = :'tenant' and c.owner_id is null and 'MANAGER' = any(m.roles)
    and sees_customer(m.active, m.roles, m.region, m.id, c.owner_id, c.region);
\timing off
rollback;
