-- Promises of the large tenant that nobody has judged yet, on a copy of the generated database: one for each receivable that is open or was paid in the last
-- three weeks. The window of two thirds is over since yesterday, the rest can still be kept. Run by the owner of the schema.
\set ON_ERROR_STOP on
\set QUIET on
set synchronous_commit = off;
select (now() at time zone 'Asia/Shanghai')::date as today \gset

create unlogged table word as
select row_number() over (order by r.due_date, r.id) as n, time_ordered_id() as id, r.tenant_id, r.id as receivable_id, r.customer_id, r.currency, r.amount, c.owner_id
from receivable r
join tenant t on t.tenant_id = r.tenant_id and t.code = 'large'
join customer c on c.tenant_id = r.tenant_id and c.id = r.customer_id
where r.issue_date <= :'today'::date - 21 and (
    exists (select from open_share(r.tenant_id, :'today', 'SCHEDULE') o where o.receivable_id = r.id)
    or exists (
        select from entry e
        where e.tenant_id = r.tenant_id and e.receivable_id = r.id and e.kind = 'ALLOCATED' and e.on_date > :'today'::date - 21));

insert into promise (tenant_id, id, version, customer_id, currency, amount, given_on, promised_for, window_end, tolerance_days, threshold, counts_from,
    status, recorded_at, recorded_by, confirmed_at, agreed_by)
select tenant_id, id, 1, customer_id, currency, amount, :'today'::date - 21, :'today'::date - 5 + late, :'today'::date - 1 + late, 3, 1,
    :'today'::date - interval '21 days', 'OPEN', :'today'::date - interval '21 days', owner_id, :'today'::date - interval '21 days', owner_id
from word, lateral (select case when n % 3 = 0 then 5 else 0 end::int as late) d
order by n;
insert into promise_item (tenant_id, promise_id, receivable_id, live)
select tenant_id, id, receivable_id, true from word order by n;
drop table word;
analyze promise, promise_item;
