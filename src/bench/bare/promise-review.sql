-- What the job PROMISE_REVIEW has to write at least when nobody has judged the promises yet, in two statements: their statuses by what was paid in their windows, what
-- they free, and alerts of those that were not kept or that are due, with events and messages. Taken back.
\set ON_ERROR_STOP on
begin;
select set_config('app.tenant', :'tenant', true) \g /dev/null
select (now() at time zone 'Asia/Shanghai')::date as today \gset
\timing on
with paid as (
    select i.promise_id, coalesce(sum(-e.amount) filter (
            where e.kind = 'ALLOCATED' and y.received_on between p.given_on and p.window_end and y.created_at >= p.counts_from), 0) as amount,
        coalesce(sum(-e.amount) filter (where e.kind = 'CREDITED' or coalesce(y.received_on, e.on_date) <= p.window_end), 0) as settled
    from promise p
    join promise_item i on i.tenant_id = :'tenant' and i.promise_id = p.id
    left join entry e on e.tenant_id = :'tenant' and e.receivable_id = i.receivable_id and e.undoes_id is null and e.on_date <= :'today'
        and not exists (select from entry u where u.tenant_id = :'tenant' and u.undoes_id = e.id)
    left join payment y on y.tenant_id = :'tenant' and y.id = e.payment_id
    where p.tenant_id = :'tenant' and p.status = 'OPEN'
    group by i.promise_id),
judged as (
    select p.id, case when f.asked <= 0 then 'CANCELLED' when d.amount >= f.asked * p.threshold then 'KEPT' when p.window_end >= :'today' then 'OPEN'
        when d.amount > 0 then 'PARTIALLY_KEPT' else 'BROKEN' end as state
    from promise p
    join paid d on d.promise_id = p.id
    cross join lateral (
        select least(p.amount, d.amount - d.settled + (
            select sum(r.amount) from promise_item i join receivable r on r.tenant_id = :'tenant' and r.id = i.receivable_id
            where i.tenant_id = :'tenant' and i.promise_id = p.id)) as asked) f
    where p.tenant_id = :'tenant'),
moved as (
    update promise p set status = j.state, version = p.version + 1, decided_on = :'today', reason = case when j.state = 'CANCELLED' then 'Nothing was left.' end
    from judged j
    where p.tenant_id = :'tenant' and p.id = j.id and p.status <> j.state
    returning p.id)
update promise_item i set live = false from moved m where i.tenant_id = :'tenant' and i.promise_id = m.id;
with raised as (
    insert into alert (tenant_id, id, type, subject_id, cause_date, cause_key, customer_id, severity, status, occurrence, amount, currency, raised_at,
        business_date)
    select :'tenant'::uuid, time_ordered_id(), case p.status when 'OPEN' then 'PROMISE_DUE' else 'PROMISE_BROKEN' end, p.id, p.promised_for, '',
        p.customer_id, case p.status when 'OPEN' then 'INFO' when 'BROKEN' then 'CRITICAL' else 'WARNING' end, 'OPEN', 1, p.amount, p.currency, now(), :'today'
    from promise p
    where p.tenant_id = :'tenant' and (p.status in ('BROKEN', 'PARTIALLY_KEPT') or p.status = 'OPEN' and p.promised_for <= :'today')
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
