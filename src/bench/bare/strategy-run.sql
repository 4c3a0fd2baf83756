-- What the job STRATEGY_RUN has to write at least on a first day, in one statement: for each customer of whom something may be dunned the last step that his oldest due date
-- has reached. Neither business days nor minimums, contacts, classes or repetitions are looked at. Taken back.
\set ON_ERROR_STOP on
begin;
select set_config('app.tenant', :'tenant', true) \g /dev/null
select (now() at time zone 'Asia/Shanghai')::date as today \gset
\timing on
insert into strategy_action (tenant_id, id, version, customer_id, strategy_id, number, position, channel, oldest_due, planned_on, passed_over, made_on, made_at,
    status, due_on, due_at, attempts)
select :'tenant'::uuid, time_ordered_id(), 1, p.customer_id, p.strategy_id, p.number, p.position, p.channel, p.oldest_due, p.oldest_due + p.day, '{}', :'today',
    now(), case when p.channel = 'EMAIL' then 'WAITING' else 'OPEN' end, :'today', case when p.channel = 'EMAIL' then now() end, 0
from (
    select distinct on (d.customer_id) d.customer_id, d.oldest_due, s.strategy_id, s.number, s.position, s.channel, s.day
    from (select x.customer_id, min(x.due_date) as oldest_due from dunning_share(:'tenant', :'today') x group by x.customer_id) d
    join strategy_step s on s.tenant_id = :'tenant' and d.oldest_due + s.day <= :'today'
    order by d.customer_id, s.day desc) p;
\timing off
rollback;
