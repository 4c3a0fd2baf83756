-- rep-customer-list.graphql
with mine as (
    select c.id, c.code, c.name, c.grade, c.status, m.overdue, row_number() over (order by m.overdue desc, c.id) as place
    from customer c
    cross join lateral (
        select coalesce(sum(o.open), 0) as overdue
        from open_share(:tenant, :today, 'SCHEDULE') o where o.customer_id = c.id and o.currency = 'CNY' and o.due_date < :today) m
    where c.tenant_id = :tenant and c.owner_id = :user
    order by m.overdue desc, c.id limit 21),
shown as (
    select c.place, c.id as key, c.overdue, 'cus_' || replace(c.id::text, '-', '') as id, c.code, c.name, c.grade, c.status,
        coalesce(b.list, '[]') as balances, n.installment as "nextInstallment", l.contact as "lastContact", a.list as alerts
    from mine c
    left join lateral (
        select json_agg(row_to_json(x) order by x.currency) as list from (
            select currency, round(coalesce(o.outstanding, 0), 2)::text as outstanding, round(coalesce(o.overdue, 0), 2)::text as overdue,
                coalesce(o.late, 0) as "maxDaysPastDue"
            from (
                select o.currency, sum(o.open) as outstanding, sum(o.open) filter (where o.due_date < :today) as overdue,
                    greatest(max(:today - o.due_date), 0) as late
                from open_share(:tenant, :today, 'SCHEDULE') o where o.customer_id = c.id group by o.currency) o
            full join (
                select distinct u.currency from unapplied_cash(:tenant, :today) u where u.customer_id = c.id) u using (currency)) x) b on true
    left join lateral (
        select row_to_json(x) as installment from (
            select 'ins_' || replace(f.installment_id::text, '-', '') as id, f.due_date as "dueDate",
                (select row_to_json(m) from (select round(sum(o.open), 2)::text as amount, min(o.currency) as currency
                    from open_share(:tenant, :today, 'SCHEDULE') o where o.installment_id = f.installment_id) m) as balance,
                case when f.due_date < :today then 'OVERDUE' when f.due_date = :today then 'DUE'
                    when f.due_date - :today <= (select t.due_soon_days from tenant_settings t where t.tenant_id = :tenant) then 'DUE_SOON'
                    else 'PLANNED' end as timing,
                greatest(:today - f.due_date, 0) as "daysPastDue"
            from (
                select o.installment_id, o.due_date from open_share(:tenant, :today, 'SCHEDULE') o
                where o.customer_id = c.id order by o.due_date, o.installment_id limit 1) f) x) n on true
    left join lateral (
        select row_to_json(x) as contact from (
            select replace(replace(to_char(r.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '000Z', 'Z'), '.000Z', 'Z') as "occurredAt", r.channel, r.outcome, r.summary
            from contact_record r where r.tenant_id = :tenant and r.customer_id = c.id order by r.occurred_at desc, r.id desc limit 1) x) l on true
    cross join lateral (
        select json_build_object('nodes', coalesce(json_agg(row_to_json(x)), '[]')) as list from (
            select 'alr_' || replace(a.id::text, '-', '') as id, a.type, a.severity,
                c.name || ': ' || case a.type
                    when 'INSTALLMENT_DUE_SOON' then a.amount || ' ' || a.currency || ' is due on ' || a.cause_date || case
                        when a.cause_date < :today then '' when a.cause_date = :today then ', today' when a.cause_date = :today + 1 then ', in 1 day'
                        else ', in ' || (a.cause_date - :today) || ' days' end
                    when 'INSTALLMENT_OVERDUE' then a.amount || ' ' || a.currency || ' was due on ' || a.cause_date || ', ' || (:today - a.cause_date)
                        || case when a.cause_date = :today - 1 then ' day overdue' else ' days overdue' end
                    when 'SELL_THROUGH_REACHED' then trim_scale(trunc(a.rate * 100, 2)) || ' % of the stock since ' || a.cause_date
                        || ' is sold: collect and refill'
                    when 'PLAN_BROKEN' then 'payment plan broken on ' || a.cause_date || ', ' || a.amount || ' ' || a.currency || ' still open' end as title
            from alert a
            where a.tenant_id = :tenant and a.customer_id = c.id and a.status <> 'RESOLVED'
                and (a.status = 'OPEN' or a.status = 'SNOOZED' and a.snoozed_until <= :today)
            order by a.raised_at desc, a.id desc limit 3) x) a
    where c.place <= 20)
select row_to_json(d)::text from (
    select row_to_json(p) as data from (
        select row_to_json(q) as customers from (
            select (select json_agg(json_build_object('id', id, 'code', code, 'name', name, 'grade', grade, 'status', status, 'balances', balances,
                    'nextInstallment', "nextInstallment", 'lastContact', "lastContact", 'alerts', alerts) order by place) from shown) as nodes,
                (select row_to_json(i) from (
                    select exists (select from mine where place = 21) as "hasNextPage",
                        (select translate(encode(convert_to('OVERDUE_DESC' || chr(31) || overdue || chr(31) || key, 'UTF8'), 'base64'), E'+/=\n', '-_')
                         from shown order by place desc limit 1) as "endCursor") i) as "pageInfo") q) p) d
