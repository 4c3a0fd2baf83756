-- What PostGraphile needs beside the tables to answer the same pages: computed columns and root functions, as its documentation recommends. They
-- use the same definition of outstanding. Each is a single SELECT and stable, so that PostgreSQL can open it up within the one statement that
-- PostGraphile makes of a document. Created in a copy of the generated database.
\set ON_ERROR_STOP on

create function app_tenant() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;
create function app_user_id() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.user', true), '')::uuid $$;
create function app_today() returns date language sql stable parallel safe as $$ select current_setting('app.today')::date $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Who asks, and what belongs to them
-- ---------------------------------------------------------------------------------------------------------------------
create function my_customers() returns setof customer language sql stable as $$
    select c.* from customer c
    cross join lateral (
        select coalesce(sum(o.open), 0) as overdue
        from open_share(app_tenant(), app_today(), 'SCHEDULE') o
        where o.customer_id = c.id and o.currency = 'CNY' and o.due_date < app_today()) m
    where c.tenant_id = app_tenant() and c.owner_id = app_user_id()
    order by m.overdue desc, c.id
$$;

create function my_customer(id uuid) returns customer language sql stable as $$
    select c.* from customer c where c.tenant_id = app_tenant() and c.id = my_customer.id and c.owner_id = app_user_id()
$$;

create function my_account() returns customer language sql stable as $$
    select c.* from app_user u join customer c on c.tenant_id = app_tenant() and c.id = u.customer_id
    where u.tenant_id = app_tenant() and u.id = app_user_id()
$$;

create function me() returns app_user language sql stable as $$
    select u.* from app_user u where u.tenant_id = app_tenant() and u.id = app_user_id()
$$;

create function business_date() returns date language sql stable as $$ select app_today() $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Balances
-- ---------------------------------------------------------------------------------------------------------------------
create type balance_bucket as (label text, from_days int, to_days int, amount numeric);
create type balance as (
    currency text, outstanding numeric, not_yet_due numeric, overdue numeric, unapplied numeric, max_days_past_due int, buckets balance_bucket[]);

create function customer_balances(c customer) returns setof balance language sql stable as $$
    select currency, coalesce(o.outstanding, 0), coalesce(o.current, 0), coalesce(o.outstanding - o.current, 0), coalesce(u.unapplied, 0),
        coalesce(greatest(o.late, 0), 0),
        array[('Current', null, 0, coalesce(o.current, 0))::balance_bucket, ('1–30', 1, 30, coalesce(o.b1, 0))::balance_bucket,
            ('31–60', 31, 60, coalesce(o.b2, 0))::balance_bucket, ('61–90', 61, 90, coalesce(o.b3, 0))::balance_bucket,
            ('91+', 91, null, coalesce(o.b4, 0))::balance_bucket]
    from (
        select o.currency, sum(o.open) as outstanding, coalesce(sum(o.open) filter (where o.late <= 0), 0) as current,
            coalesce(sum(o.open) filter (where o.late between 1 and 30), 0) as b1, coalesce(sum(o.open) filter (where o.late between 31 and 60), 0) as b2,
            coalesce(sum(o.open) filter (where o.late between 61 and 90), 0) as b3, coalesce(sum(o.open) filter (where o.late > 90), 0) as b4,
            max(o.late) as late
        from (
            select s.currency, s.open, app_today() - s.due_date as late from open_share(app_tenant(), app_today(), 'SCHEDULE') s
            where s.customer_id = c.id) o
        group by o.currency) o
    full join (
        select u.currency, sum(u.unapplied) as unapplied from unapplied_cash(app_tenant(), app_today()) u where u.customer_id = c.id
        group by u.currency) u using (currency)
    order by currency
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Installments
-- ---------------------------------------------------------------------------------------------------------------------
create view installment_state with (security_invoker) as
select i.tenant_id, i.id, i.schedule_id, i.sequence, i.due_date, i.amount, o.balance, d.currency,
    case when o.balance > 0 then case when o.balance = i.amount then 'OPEN' else 'PARTIAL' end
        when exists (
            select from share s join booking b on b.tenant_id = app_tenant() and b.share_id = s.id
            join entry e on e.tenant_id = app_tenant() and e.id = b.entry_id and e.kind = 'WRITTEN_OFF'
            where s.tenant_id = app_tenant() and s.installment_id = i.id) then 'WRITTEN_OFF' else 'SETTLED' end as settlement,
    case when o.balance = 0 then 'CLOSED' when i.due_date < app_today() then 'OVERDUE' when i.due_date = app_today() then 'DUE'
        when i.due_date - app_today() <= t.due_soon_days then 'DUE_SOON' else 'PLANNED' end as timing,
    case when o.balance = 0 then 0 else greatest(app_today() - i.due_date, 0) end as days_past_due, d.receivable_id,
    r.number as receivable_number, p.number as plan_number
from installment i
join schedule d on d.tenant_id = app_tenant() and d.id = i.schedule_id
join tenant_settings t on t.tenant_id = app_tenant()
left join receivable r on r.tenant_id = app_tenant() and r.id = d.receivable_id
left join payment_plan p on p.tenant_id = app_tenant() and p.id = d.plan_id
cross join lateral (
    select coalesce(sum(x.open), 0) as balance from open_share(app_tenant(), app_today(), 'SCHEDULE') x where x.installment_id = i.id) o
where i.tenant_id = app_tenant();
comment on view installment_state is '@primaryKey tenant_id, id';

create function customer_next_installments(c customer) returns setof installment_state language sql stable as $$
    select n.* from installment_state n where n.tenant_id = app_tenant() and n.id = (
        select x.installment_id from open_share(app_tenant(), app_today(), 'SCHEDULE') x
        where x.customer_id = c.id order by x.due_date, x.installment_id limit 1)
$$;

create function customer_open_installments(c customer) returns setof installment_state language sql stable as $$
    select n.* from installment_state n where n.tenant_id = app_tenant() and n.id = any(array(
        select x.installment_id from open_share(app_tenant(), app_today(), 'SCHEDULE') x
        where x.customer_id = c.id group by x.installment_id, x.due_date order by x.due_date, x.installment_id limit 21))
    order by n.due_date, n.id
$$;

create function payment_plan_installments(p payment_plan) returns setof installment_state language sql stable as $$
    select n.* from schedule d join installment_state n on n.tenant_id = app_tenant() and n.schedule_id = d.id
    where d.tenant_id = app_tenant() and d.plan_id = p.id and d.version = (
        select max(v.version) from schedule v where v.tenant_id = app_tenant() and v.plan_id = p.id)
    order by n.due_date, n.sequence
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Plans, receivables, payments
-- ---------------------------------------------------------------------------------------------------------------------
create function customer_living_plans(c customer) returns setof payment_plan language sql stable as $$
    select p.* from payment_plan p where p.tenant_id = app_tenant() and p.customer_id = c.id and p.status in ('PROPOSED', 'ACTIVE', 'BROKEN')
    order by p.created_at desc, p.id desc
$$;

create function payment_plan_balance(p payment_plan) returns numeric language sql stable as $$
    select coalesce(sum(x.open), 0) from schedule d
    join open_share(app_tenant(), app_today(), 'SCHEDULE') x on x.customer_id = p.customer_id and x.schedule_id = d.id
    where d.tenant_id = app_tenant() and d.plan_id = p.id
$$;

create function payment_plan_paid(p payment_plan) returns numeric language sql stable as $$
    select coalesce(sum(b.amount), 0) from schedule d
    join share s on s.tenant_id = app_tenant() and s.schedule_id = d.id
    join booking b on b.tenant_id = app_tenant() and b.share_id = s.id and b.on_ruling
    join entry e on e.tenant_id = app_tenant() and e.id = b.entry_id and e.kind = 'ALLOCATED'
    where d.tenant_id = app_tenant() and d.plan_id = p.id
        and not exists (select from entry u where u.tenant_id = app_tenant() and u.undoes_id = e.id)
$$;

create type receivable_state as (
    id uuid, number text, kind text, issue_date date, due_date date, amount numeric, currency text, reference text, balance numeric, settlement text,
    days_past_due int);

create function customer_open_receivables(c customer) returns setof receivable_state language sql stable as $$
    select r.id, r.number, r.kind, r.issue_date, r.due_date, r.amount, r.currency, r.reference, o.balance,
        case when o.balance = r.amount then 'OPEN' else 'PARTIAL' end, greatest(o.late, 0)
    from (
        select x.receivable_id, sum(x.open) as balance, max(app_today() - x.due_date) as late
        from open_share(app_tenant(), app_today(), 'SCHEDULE') x where x.customer_id = c.id group by x.receivable_id) o
    join receivable r on r.tenant_id = app_tenant() and r.id = o.receivable_id
    order by r.due_date, r.id
$$;

create function receivable_balance(r receivable) returns numeric language sql stable as $$
    select coalesce(sum(x.open), 0) from open_share(app_tenant(), app_today(), 'SCHEDULE') x where x.receivable_id = r.id
$$;

create function payment_status(p payment) returns text language sql stable as $$
    select case when p.reversed_on is null then 'RECORDED' else 'REVERSED' end
$$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Contacts, stock, alerts
-- ---------------------------------------------------------------------------------------------------------------------
create function customer_last_contacts(c customer) returns setof contact_record language sql stable as $$
    select r.* from contact_record r where r.tenant_id = app_tenant() and r.customer_id = c.id order by r.occurred_at desc, r.id desc limit 1
$$;

create function customer_sell_throughs(c customer) returns setof stock_cycle language sql stable as $$
    select s.* from stock_cycle s where s.tenant_id = app_tenant() and s.customer_id = c.id and s.ended_on is null
$$;

create function stock_position_rate(p stock_position) returns numeric language sql stable as $$
    select case when p.available > 0 then round(p.sold / p.available, 4) else 0.0000 end
$$;

create view titled_alert with (security_invoker) as
select a.tenant_id, a.id, a.customer_id, a.type, a.severity, a.status, a.occurrence, a.business_date, a.raised_at, a.snoozed_until, c.owner_id,
    case when sees_customer(w.active, w.roles, w.region, w.id, c.owner_id, c.region) then w.id else c.owner_id end as assignee_id,
    case when a.type in ('INSTALLMENT_DUE_SOON', 'INSTALLMENT_OVERDUE') then a.subject_id end as installment_id,
    case when a.type = 'SELL_THROUGH_REACHED' then a.subject_id end as cycle_id,
    case when a.type = 'PLAN_BROKEN' then a.subject_id end as plan_id,
    c.name || ': ' || case a.type
        when 'INSTALLMENT_DUE_SOON' then a.amount || ' ' || a.currency || ' is due on ' || a.cause_date || case a.cause_date - app_today()
            when 0 then ', today' when 1 then ', in 1 day' else ', in ' || (a.cause_date - app_today()) || ' days' end
        when 'INSTALLMENT_OVERDUE' then a.amount || ' ' || a.currency || ' was due on ' || a.cause_date || ', ' || (app_today() - a.cause_date)
            || case app_today() - a.cause_date when 1 then ' day overdue' else ' days overdue' end
        when 'SELL_THROUGH_REACHED' then trim_scale(trunc(a.rate * 100, 2)) || ' % of the stock since ' || a.cause_date || ' is sold: collect and refill'
        when 'PLAN_BROKEN' then 'payment plan broken on ' || a.cause_date || ', ' || a.amount || ' ' || a.currency || ' still open'
        else a.cause_key end as title
from alert a
join customer c on c.tenant_id = app_tenant() and c.id = a.customer_id
left join app_user w on w.tenant_id = app_tenant() and w.id = a.assigned_to
where a.tenant_id = app_tenant();
comment on view titled_alert is E'@primaryKey tenant_id, id
@foreignKey (tenant_id, customer_id) references customer (tenant_id, id)|@fieldName customer
@foreignKey (tenant_id, assignee_id) references app_user (tenant_id, id)|@fieldName assignee
@foreignKey (tenant_id, installment_id) references installment_state (tenant_id, id)|@fieldName installment
@foreignKey (tenant_id, cycle_id) references stock_cycle (tenant_id, id)|@fieldName sellThrough
@foreignKey (tenant_id, plan_id) references payment_plan (tenant_id, id)|@fieldName plan';

create function my_alerts() returns setof titled_alert language sql stable as $$
    select a.* from titled_alert a
    where a.tenant_id = app_tenant() and a.status <> 'RESOLVED' and a.owner_id = app_user_id()
        and (a.status = 'OPEN' or a.status = 'SNOOZED' and a.snoozed_until <= app_today())
    order by a.raised_at desc, a.id desc
$$;

create function customer_newest_alerts(c customer) returns setof titled_alert language sql stable as $$
    select a.* from titled_alert a where a.tenant_id = app_tenant() and a.customer_id = c.id order by a.raised_at desc, a.id desc
$$;

create function customer_open_alerts(c customer) returns setof titled_alert language sql stable as $$
    select a.* from titled_alert a where a.tenant_id = app_tenant() and a.customer_id = c.id and a.status <> 'RESOLVED'
        and (a.status = 'OPEN' or a.status = 'SNOOZED' and a.snoozed_until <= app_today())
    order by a.raised_at desc, a.id desc
$$;

grant select on installment_state, titled_alert to huikuan_app;
