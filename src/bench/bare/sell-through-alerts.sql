-- What the job SELL_THROUGH_ALERTS would have to write at least on a first day. Taken back.
\set ON_ERROR_STOP on
begin;
select set_config('app.tenant', :'tenant', true) \g /dev/null
\timing on
with raised as (
    insert into alert (tenant_id, id, type, subject_id, cause_date, cause_key, customer_id, severity, status, occurrence, amount, currency, rate, raised_at,
        business_date)
    select :'tenant'::uuid, time_ordered_id(), 'SELL_THROUGH_REACHED', s.id, s.started_on, '', s.customer_id, 'INFO', 'OPEN', 1, s.sold_value, s.currency,
        s.rate, now(), (now() at time zone 'Asia/Shanghai')::date
    from reached_stock_cycle(:'tenant', (now() at time zone 'Asia/Shanghai')::date) r
    join stock_cycle s on s.tenant_id = :'tenant' and s.id = r.cycle_id
    on conflict do nothing
    returning id, occurrence)
insert into alert_event (tenant_id, alert_id, occurrence, batch_id)
select :'tenant'::uuid, id, occurrence, :'tenant'::uuid from raised;
\timing off
rollback;
