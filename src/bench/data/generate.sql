-- Fills a migrated, empty database whose tenants 'large', 'middle' and 'small' are there: one statement a table, the same rows for the same
-- size, seed and day. Run by the owner of the schema with psql: -v size=100000 -v seed=1
\set ON_ERROR_STOP on
\set QUIET on
set synchronous_commit = off;
set work_mem = '256MB';
set maintenance_work_mem = '512MB';
set client_min_messages = warning;

select (now() at time zone 'Asia/Shanghai')::date as today, :size / 20 as customers \gset

-- ---------------------------------------------------------------------------------------------------------------------
-- Chance that repeats itself, and identifiers that grow with their number like those that the service makes
-- ---------------------------------------------------------------------------------------------------------------------
create schema bench;

select format($f$
    create function bench.dice(n bigint, what text) returns double precision language sql immutable parallel safe
    as 'select (hashtextextended(what, n * 31 + %s) & 9007199254740991) / 9007199254740992.0::double precision'
$f$, :seed) \gexec

-- Kinds: 1 customer, 2 person, 3 receivable, 4 schedule, 5 installment, 6 share, 7 payment, 8 payment entry, 9 entry, 10 booking, 11 plan,
-- 12 contact record, 13 delivery, 14 report, 15 cycle, 16 user; 20 and above: those of plans.
create function bench.id(kind int, n bigint) returns uuid language sql immutable parallel safe
as 'select (lpad(to_hex(1700000000000 + n), 12, ''0'') || ''7'' || lpad(to_hex(kind), 3, ''0'') || ''a''
    || lpad(to_hex(hashint8extended(n, kind) & 1152921504606846975), 15, ''0''))::uuid';

-- ---------------------------------------------------------------------------------------------------------------------
-- Tenants, users, customers. A rep has a hundred customers whatever the size
-- ---------------------------------------------------------------------------------------------------------------------
-- Customers are counted through all tenants; the first 2 % of each tenant's are its large ones.
create table bench.part as
select t.tenant_id, p.no, p.first_customer, p.customers, greatest(p.customers / 50, 1) as large, greatest(p.customers / 100, 1) as reps,
    p.from_dice, p.to_dice
from (values
    ('large', 1, 0, :customers * 80 / 100, 0.0, 0.8),
    ('middle', 2, :customers * 80 / 100, :customers * 15 / 100, 0.8, 0.95),
    ('small', 3, :customers * 95 / 100, :customers - :customers * 95 / 100, 0.95, 1.0)
    ) p (code, no, first_customer, customers, from_dice, to_dice)
join tenant t using (code);

-- Today's runs and those of the next days count as done: the service must not begin jobs while something else is measured.
insert into job_slot (tenant_id, job, local_date, attempts, next_attempt_at, done_at)
select tenant_id, job, :'today'::date + day, 1, now(), now()
from bench.part, unnest(array['PLAN_REVIEW', 'PROMISE_REVIEW', 'INSTALLMENT_ALERTS', 'SELL_THROUGH_ALERTS', 'DISPUTE_ALERTS', 'CONCESSION_ALERTS', 'CLASS_REVIEW', 'ESCALATION_REVIEW', 'STRATEGY_RUN']) job, generate_series(0, 7) day
on conflict (tenant_id, job, local_date) do update set done_at = now();

create table bench.person as
select no, tenant_id, bench.id(16, no * 1000000 + n) as id, 'rep-' || n as subject, 'REP' as role,
    (array['North', 'East', 'South', 'West'])[1 + n % 4] as region, n
from bench.part, generate_series(0, reps - 1) n
union all
select no, tenant_id, bench.id(16, no * 1000000 + 900000 + n), 'manager-' || n, 'MANAGER',
    (array['North', 'East', 'South', 'West'])[n + 1], n
from bench.part, generate_series(0, 4) n
union all
select no, tenant_id, bench.id(16, no * 1000000 + 910000 + n), 'finance-' || n, 'FINANCE', null, n
from bench.part, generate_series(0, 63) n
union all
select no, tenant_id, bench.id(16, no * 1000000 + 920000), 'admin-0', 'ADMIN', null, 0 from bench.part;

insert into app_user (tenant_id, id, subject, name, roles, region, created_at)
select tenant_id, id, subject, initcap(replace(subject, '-', ' ')), array[role], region, now() - interval '2 years' from bench.person;

create unlogged table bench.customer as
select p.tenant_id, p.no, p.first_customer + k as n, bench.id(1, p.first_customer + k) as id, 'C' || lpad((p.first_customer + k)::text, 7, '0') as code,
    k < p.large as large, r.id as owner_id, coalesce(r.region, 'North') as region,
    case when bench.dice(p.first_customer + k, 'currency') < 0.05 then 'USD' else 'CNY' end as currency
from bench.part p
cross join lateral generate_series(0, p.customers - 1) k
left join bench.person r on r.no = p.no and r.role = 'REP' and r.n = k % p.reps and bench.dice(p.first_customer + k, 'owner') < 0.98;
create index on bench.customer (n);

insert into customer (tenant_id, id, version, code, name, legal_name, kind, status, grade, region, owner_id, credit_limit_amount,
    credit_limit_currency, terms, created_at)
select tenant_id, id, 1, code,
    (array['Huaxin', 'Jinhe', 'Donghai', 'Xingye', 'Ruifeng', 'Mingde', 'Tianli', 'Baoshan', 'Yongan', 'Kangda'])[1 + n % 10] || ' '
        || (array['Trading', 'Foods', 'Supply', 'Retail', 'Commerce', 'Distribution', 'Stores'])[1 + n % 7] || ' ' || n,
    case when bench.dice(n, 'legal') < 0.7 then 'Company No. ' || n || ' Ltd.' end,
    case when bench.dice(n, 'kind') < 0.7 then 'DISTRIBUTOR' when bench.dice(n, 'kind') < 0.9 then 'RETAILER' else 'DIRECT' end,
    'ACTIVE', (array['A', 'B', 'C', 'D', 'E'])[1 + floor(bench.dice(n, 'grade') * 5)::int], region, owner_id,
    case when large then 2000000 else 200000 end, currency, '1:60', now() - interval '2 years'
from bench.customer;

insert into credit_limit (tenant_id, customer_id, number, kind, amount, currency, valid_from, reason, recorded_at)
select tenant_id, id, 1, 'STANDARD', case when large then 2000000 else 200000 end, currency, :'today'::date - 700, 'As agreed.', now() - interval '2 years'
from bench.customer;

-- 64 partners of the large tenant, from all over its customers, large and small.
insert into app_user (tenant_id, id, subject, name, roles, customer_id, created_at)
select c.tenant_id, bench.id(16, 5000000 + k), 'partner-' || k, 'Partner ' || k, array['PARTNER'], c.id, now() - interval '1 year'
from generate_series(0, 63) k
join bench.part p on p.no = 1
join bench.customer c on c.n = k::bigint * p.customers / 64;

insert into contact_person (tenant_id, id, version, customer_id, name, job_title, decision_role, influence, phone, email, reports_to_id,
    relationship_owner_id, created_at)
select tenant_id, bench.id(2, n * 2 + k), 1, id, (array['Chen', 'Wang', 'Zhang', 'Liu', 'Zhao'])[1 + (n + k) % 5] || ' ' || n,
    case k when 0 then 'Owner' else 'Accountant' end, case k when 0 then 'DECIDES' else 'PROCESSES' end, 5 - 2 * k,
    '+86138' || lpad((n * 2 + k)::text, 8, '0'), case k when 1 then 'books' || n || '@example.com' end,
    case k when 1 then bench.id(2, n * 2) end, owner_id, now() - interval '2 years'
from bench.customer, generate_series(0, 1) k;

-- ---------------------------------------------------------------------------------------------------------------------
-- Receivables of the last 18 months, numbered in the order of their dates. A fifth of them is open: most of the last 90 days, few of before
-- ---------------------------------------------------------------------------------------------------------------------
create unlogged table bench.bill as
with placed as (
    select n, :'today'::date - ((:size - n) * 540 / :size)::int as issued, 30 * (1 + floor(bench.dice(n, 'days') * 3)::int) as days,
        case when bench.dice(n, 'parts') < 0.15 then 3 else 1 end as parts,
        round((500 + 20000 * bench.dice(n, 'amount') ^ 3)::numeric, 2) as amount,
        p.first_customer + case
            when bench.dice(n, 'large') < 1.0 / 3 then floor(bench.dice(n, 'which') * p.large)
            else p.large + floor(bench.dice(n, 'which') * (p.customers - p.large)) end::int as customer
    from generate_series(1::bigint, :size) n
    join bench.part p on bench.dice(n, 'tenant') >= p.from_dice and bench.dice(n, 'tenant') < p.to_dice),
grouped as (
    select b.*, (row_number() over (partition by b.customer order by b.n) - 1) / 4 as quad from placed b),
planned as (
    select g.*, max(issued) over (partition by customer, quad) + 20 as effective,
        bench.dice(customer::bigint * 10000 + quad, 'plan') < 0.06 as wanted
    from grouped g)
select b.n, c.tenant_id, bench.id(3, b.n) as id, c.id as customer_id, c.currency, b.customer, b.issued, b.days, b.parts, b.amount,
    case when wanted and effective <= :'today' then b.customer::bigint * 10000 + quad end as plan,
    case when wanted and effective <= :'today' then effective end as effective,
    case
        when bench.dice(b.n, 'open') < case when b.issued > :'today'::date - 90 then 0.9 else 0.06 end
            then case when bench.dice(b.n, 'partial') < 0.2 and b.issued + 25 <= :'today' then 'PARTIAL' else 'OPEN' end
        when bench.dice(b.n, 'off') < 0.04 and b.issued + 120 <= :'today' then 'WRITTEN_OFF'
        else 'PAID' end as fate
from planned b
join bench.customer c on c.n = b.customer;
create index on bench.bill (plan) where plan is not null;
analyze bench.bill;

insert into receivable (tenant_id, id, customer_id, number, kind, issue_date, due_date, currency, amount, reference, created_at)
select tenant_id, id, customer_id, 'INV-' || lpad(n::text, 8, '0'), 'INVOICE', issued, issued + days, currency, amount, 'PO-' || n,
    issued + time '02:00' from bench.bill order by n;

insert into schedule (tenant_id, id, customer_id, currency, receivable_id, version)
select tenant_id, bench.id(4, n), customer_id, currency, id, 1 from bench.bill order by n;

-- Its own terms: one installment, or three, of which the last takes what is left by rounding.
create unlogged table bench.term as
select b.n, k as sequence, b.issued + b.days * k / b.parts as due,
    case when k < b.parts then trunc(b.amount / b.parts, 2) else b.amount - trunc(b.amount / b.parts, 2) * (b.parts - 1) end as amount
from bench.bill b, lateral generate_series(1, b.parts) k;

insert into installment (tenant_id, id, schedule_id, sequence, due_date, amount)
select b.tenant_id, bench.id(5, t.n * 4 + t.sequence), bench.id(4, t.n), t.sequence, t.due, t.amount
from bench.term t join bench.bill b using (n) order by t.n, t.sequence;

-- ---------------------------------------------------------------------------------------------------------------------
-- Payment plans: over up to four receivables of a customer, none of them paid before, in 3 to 6 months
-- ---------------------------------------------------------------------------------------------------------------------
-- Three customers of four pay every installment when it is due, the others are some days late with what is due now.
create unlogged table bench.plan as
select p.*, count(*) filter (where s.due <= :'today'::date - p.late) as paid
from (
    select plan, tenant_id, customer_id, currency, effective, sum(amount) as total, 3 + floor(bench.dice(plan, 'count') * 4)::int as count,
        case when bench.dice(plan, 'late') < 0.75 then 0 else 6 end as late
    from bench.bill where plan is not null group by 1, 2, 3, 4, 5) p
cross join lateral (select p.effective + 30 * k as due from generate_series(1, p.count) k) s
group by plan, tenant_id, customer_id, currency, effective, total, count, late;

insert into payment_plan (tenant_id, id, version, customer_id, number, currency, status, total, grace_days, proposed_by, decided_by,
    effective_from, ended_on, created_at)
select p.tenant_id, bench.id(11, p.plan), 2, p.customer_id, 'PLAN-' || p.plan, p.currency,
    case when p.paid = p.count then 'COMPLETED' else 'ACTIVE' end, p.total, 7, c.owner_id,
    (select f.id from bench.person f where f.tenant_id = p.tenant_id and f.role = 'FINANCE' and f.n = 0), p.effective,
    case when p.paid = p.count then p.effective + 30 * p.count end, p.effective + time '01:00'
from bench.plan p join bench.customer c on c.id = p.customer_id;

insert into plan_receivable (tenant_id, plan_id, receivable_id)
select tenant_id, bench.id(11, plan), id from bench.bill where plan is not null;

insert into schedule (tenant_id, id, customer_id, currency, plan_id, version)
select tenant_id, bench.id(20, plan), customer_id, currency, bench.id(11, plan), 1 from bench.plan;

create unlogged table bench.plan_term as
select p.plan, k as sequence, p.effective + 30 * k as due, k <= p.paid as paid,
    case when k < p.count then trunc(p.total / p.count, 2) else p.total - trunc(p.total / p.count, 2) * (p.count - 1) end as amount
from bench.plan p, lateral generate_series(1, p.count) k;

insert into installment (tenant_id, id, schedule_id, sequence, due_date, amount)
select p.tenant_id, bench.id(21, t.plan * 8 + t.sequence), bench.id(20, t.plan), t.sequence, t.due, t.amount
from bench.plan_term t join bench.plan p using (plan);

-- Rule 6: the installments are filled with the receivables' own shares, the oldest first. Both are laid end to end; where they overlap is a share.
create unlogged table bench.plan_share as
with owed as (
    select b.plan, b.n, t.amount, sum(t.amount) over (partition by b.plan order by t.due, b.issued, b.n, t.sequence) as upto
    from bench.bill b join bench.term t using (n) where b.plan is not null),
asked as (
    select t.*, sum(t.amount) over (partition by t.plan order by t.sequence) as upto from bench.plan_term t)
select a.plan, a.sequence, a.due, a.paid, o.n, sum(least(o.upto, a.upto) - greatest(o.upto - o.amount, a.upto - a.amount)) as amount
from asked a
join owed o on o.plan = a.plan and o.upto - o.amount < a.upto and a.upto - a.amount < o.upto
group by 1, 2, 3, 4, 5;
analyze bench.plan_share;

-- ---------------------------------------------------------------------------------------------------------------------
-- What happened: payments with what they were allocated to, and write-offs
-- ---------------------------------------------------------------------------------------------------------------------
-- payment: the number of the payment, counted apart for those of plans; null for a write-off.
create unlogged table bench.event as
select n, n as payment, false as of_plan, 1 as sequence,
    case fate when 'WRITTEN_OFF' then issued + 120 when 'PARTIAL' then issued + 25
        else least(issued + (days * (0.5 + 0.7 * bench.dice(n, 'paid')))::int, :'today'::date) end as on_date,
    case fate when 'PARTIAL' then round(amount * 0.4, 2) else amount end as amount, fate
from bench.bill where plan is null and fate <> 'OPEN'
union all
select n, plan * 8 + sequence, true, sequence, due, amount, 'PAID' from bench.plan_share where paid;
update bench.event set payment = null where fate = 'WRITTEN_OFF';
create index on bench.event (n);
analyze bench.event;

-- One payment of fifty brings more than is owed: the rest is unapplied.
create unlogged table bench.money as
select e.payment, e.of_plan, b.tenant_id, b.customer_id, b.currency, e.on_date, sum(e.amount) as allocated,
    case when not e.of_plan and bench.dice(e.payment, 'excess') < 0.02 then 100.00 else 0 end as excess
from bench.event e join bench.bill b using (n)
where e.payment is not null
group by 1, 2, 3, 4, 5, 6;

insert into payment (tenant_id, id, customer_id, number, currency, amount, received_on, method, reference, unapplied, moved_through, created_at)
select tenant_id, bench.id(case when of_plan then 22 else 7 end, payment), customer_id, case when of_plan then 'PP-' else 'PAY-' end || payment,
    currency, allocated + excess, on_date, 'BANK_TRANSFER', 'TX' || payment, excess, on_date, on_date + time '03:00'
from bench.money order by on_date, payment;

insert into payment_entry (tenant_id, id, payment_id, customer_id, kind, on_date, amount, recorded_at)
select tenant_id, bench.id(case when of_plan then 23 else 8 end, payment * 2 + k), bench.id(case when of_plan then 22 else 7 end, payment),
    customer_id, case k when 0 then 'RECEIVED' else 'ALLOCATED' end, on_date, case k when 0 then allocated + excess else -allocated end,
    on_date + time '03:00'
from bench.money, generate_series(0, 1) k order by on_date, payment, k;

insert into entry (tenant_id, id, receivable_id, customer_id, kind, on_date, amount, recorded_at, payment_id, reason)
select b.tenant_id, bench.id(case when e.of_plan then 24 else 9 end, e.n * 8 + e.sequence), b.id, b.customer_id,
    case when e.payment is null then 'WRITTEN_OFF' else 'ALLOCATED' end, e.on_date, -e.amount, e.on_date + time '03:00',
    bench.id(case when e.of_plan then 22 else 7 end, e.payment), case when e.payment is null then 'Not worth the effort.' end
from bench.event e join bench.bill b using (n) order by e.on_date, e.n, e.sequence;

-- Each entry goes through the own terms, the oldest first: what is reduced and what is owed are laid end to end; and through the plan if there is one.
create unlogged table bench.booked as
with reduced as (
    select e.*, sum(e.amount) over (partition by e.n order by e.sequence) as upto from bench.event e),
owed as (
    select t.*, sum(t.amount) over (partition by t.n order by t.sequence) as upto from bench.term t)
select bench.id(6, o.n * 4 + o.sequence) as share_id, bench.id(case when r.of_plan then 24 else 9 end, r.n * 8 + r.sequence) as entry_id,
    r.on_date, least(r.upto, o.upto) - greatest(r.upto - r.amount, o.upto - o.amount) as amount, not r.of_plan as on_ruling, r.n
from reduced r
join owed o on o.n = r.n and o.upto - o.amount < r.upto and r.upto - r.amount < o.upto
union all
select bench.id(25, s.n * 8 + s.sequence), bench.id(24, s.n * 8 + s.sequence), s.due, s.amount, true, s.n from bench.plan_share s where s.paid;
analyze bench.booked;

insert into share (tenant_id, id, installment_id, schedule_id, receivable_id, customer_id, currency, due_date, original_due, since, amount, open,
    own_terms, rules, booked_through)
select b.tenant_id, s.id, s.installment_id, s.schedule_id, b.id, b.customer_id, b.currency, s.due, s.original_due, s.since, s.amount,
    s.amount - coalesce(k.amount, 0), s.original_due is not null, datemultirange(s.rules), k.last_on
from (
    select t.n, bench.id(6, t.n * 4 + t.sequence) as id, bench.id(5, t.n * 4 + t.sequence) as installment_id, bench.id(4, t.n) as schedule_id,
        t.due, t.due as original_due, b.issued as since, t.amount, daterange(b.issued, b.effective) as rules
    from bench.term t join bench.bill b using (n)
    union all
    select p.n, bench.id(25, p.n * 8 + p.sequence), bench.id(21, p.plan * 8 + p.sequence), bench.id(20, p.plan), p.due, null, b.effective, p.amount,
        daterange(b.effective, null)
    from bench.plan_share p join bench.bill b using (n)) s
join bench.bill b using (n)
left join (select share_id, sum(amount) as amount, max(on_date) as last_on from bench.booked group by share_id) k on k.share_id = s.id
order by s.n, s.id;

insert into booking (tenant_id, id, entry_id, share_id, on_date, amount, on_ruling)
select b.tenant_id, bench.id(10, row_number() over (order by k.on_date, k.share_id, k.entry_id)), k.entry_id, k.share_id, k.on_date, k.amount,
    k.on_ruling
from bench.booked k join bench.bill b using (n) order by k.on_date, k.share_id, k.entry_id;

-- ---------------------------------------------------------------------------------------------------------------------
-- Two contact records for each receivable, one of them about it
-- ---------------------------------------------------------------------------------------------------------------------
insert into contact_record (tenant_id, id, customer_id, contact_person_id, channel, direction, outcome, occurred_at, duration_seconds, summary,
    feedback, next_action, next_action_on, recorded_by, recorded_at)
select b.tenant_id, bench.id(12, b.n * 2 + k), b.customer_id, bench.id(2, b.customer::bigint * 2 + k),
    (array['PHONE', 'WECHAT', 'VISIT', 'EMAIL'])[1 + floor(bench.dice(b.n * 2 + k, 'channel') * 4)::int], 'OUTBOUND',
    (array['PROMISED', 'NO_ANSWER', 'REACHED', 'INFORMED', 'HARDSHIP'])[1 + floor(bench.dice(b.n * 2 + k, 'outcome') * 5)::int], o.at,
    case k when 0 then 180 end, 'Spoke about invoice INV-' || lpad(b.n::text, 8, '0') || ' and when it will be paid.',
    case k when 0 then 'He will look into it this week.' end, case k when 1 then 'Call again.' end,
    case k when 1 then (o.at + interval '7 days')::date end,
    coalesce(c.owner_id, (select f.id from bench.person f where f.tenant_id = b.tenant_id and f.role = 'FINANCE' and f.n = 0)), o.at
from bench.bill b
join bench.customer c on c.n = b.customer
cross join generate_series(0, 1) k
cross join lateral (select least(b.issued + 15 + 20 * k, :'today'::date - 1) + time '01:00' + floor(bench.dice(b.n * 2 + k, 'at') * 28800) * interval '1 second') o (at)
order by o.at;

insert into contact_record_receivable (tenant_id, contact_record_id, receivable_id)
select tenant_id, bench.id(12, n * 2), id from bench.bill order by n;

-- ---------------------------------------------------------------------------------------------------------------------
-- Stock of every third customer: 18 cycles of 30 days, two products. A cycle has 100 units available: 10 left over and 90 delivered, 100 at
-- first. 50 are sold by its 12th day and 40 more by its 24th, by which it has reached 0.8 of them; then comes the next delivery
-- ---------------------------------------------------------------------------------------------------------------------
create unlogged table bench.cycle as
select c.tenant_id, c.id as customer_id, c.n, k as sequence, c.n * 20 + k as no,
    :'today'::date - floor(bench.dice(c.n, 'cycle') * 29)::int - 30 * (18 - k) as started, 10 + (c.n % 50) as price,
    'SKU-' || lpad((c.n % 900)::text, 3, '0') || '-' as sku
from bench.customer c, generate_series(1, 18) k where c.n % 3 = 0;

insert into delivery (tenant_id, id, customer_id, number, delivered_on, recorded_at)
select tenant_id, bench.id(13, no), customer_id, 'DN-' || no, started, started + time '02:00' from bench.cycle order by started, no;

insert into delivery_line (tenant_id, delivery_id, line, sku, name, quantity, unit_price)
select tenant_id, bench.id(13, no), line, sku || line, 'Product ' || sku || line, case sequence when 1 then 100 else 90 end, price * line
from bench.cycle, generate_series(1, 2) line order by started, no;

insert into sell_out_report (tenant_id, id, customer_id, sku, reported_on, sold, first_recorded_at, recorded_at)
select tenant_id, bench.id(14, (no * 2 + report) * 2 + line), customer_id, sku || line, started + 12 * (report + 1), 50 - 10 * report,
    started + 12 * (report + 1) + time '03:00', started + 12 * (report + 1) + time '03:00'
from bench.cycle, generate_series(0, 1) report, generate_series(1, 2) line
where started + 12 * (report + 1) <= :'today'::date
order by started, no;

create unlogged table bench.stock as
select c.*, case when started + 24 <= :'today'::date then 90 when started + 12 <= :'today'::date then 50 else 0 end as sold,
    case when started + 24 <= :'today'::date then started + 24 end as reached,
    case when started + 24 <= :'today'::date then started + 24 when started + 12 <= :'today'::date then started + 12
        when sequence > 1 then started - 6 end as reported
from bench.cycle c;

insert into stock_cycle (tenant_id, id, customer_id, sequence, delivery_id, started_on, ended_on, threshold, rate, reached_on, currency,
    available_value, sold_value)
select tenant_id, bench.id(15, no), customer_id, sequence, bench.id(13, no), started, case when sequence < 18 then started + 30 end, 0.8,
    round(sold / 100.0, 4), reached, 'CNY', round(300.0 * price, 2), round(3.0 * sold * price, 2)
from bench.stock order by started, no;

insert into stock_position (tenant_id, cycle_id, sku, name, price, opening, available, sold, on_hand, last_reported_on)
select tenant_id, bench.id(15, no), sku || line, 'Product ' || sku || line, price * line, case sequence when 1 then 0 else 10 end, 100, sold, 100 - sold,
    reported
from bench.stock, generate_series(1, 2) line order by started, no;

drop schema bench cascade;
