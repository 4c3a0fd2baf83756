-- rep-alert-inbox.graphql
with found as (
    select a.*, c.code as customer_code, c.name as customer_name, w.id as assignee_id, w.name as assignee_name,
        c.name || ': ' || case a.type
                    when 'INSTALLMENT_DUE_SOON' then a.amount || ' ' || a.currency || ' is due on ' || a.cause_date || case
                        when a.cause_date < :today then '' when a.cause_date = :today then ', today' when a.cause_date = :today + 1 then ', in 1 day'
                        else ', in ' || (a.cause_date - :today) || ' days' end
                    when 'INSTALLMENT_OVERDUE' then a.amount || ' ' || a.currency || ' was due on ' || a.cause_date || ', ' || (:today - a.cause_date)
                        || case when a.cause_date = :today - 1 then ' day overdue' else ' days overdue' end
                    when 'SELL_THROUGH_REACHED' then trim_scale(trunc(a.rate * 100, 2)) || ' % of the stock since ' || a.cause_date
                        || ' is sold: collect and refill'
                    when 'PLAN_BROKEN' then 'payment plan broken on ' || a.cause_date || ', ' || a.amount || ' ' || a.currency || ' still open' end as title,
        row_number() over (order by a.raised_at desc, a.id desc) as place
    from alert a
    join customer c on c.tenant_id = :tenant and c.id = a.customer_id
    left join app_user g on g.tenant_id = :tenant and g.id = a.assigned_to
    left join app_user w on w.tenant_id = :tenant
        and w.id = case when sees_customer(g.active, g.roles, g.region, g.id, c.owner_id, c.region) then g.id else c.owner_id end
    where a.tenant_id = :tenant and a.status <> 'RESOLVED' and c.owner_id = :user
        and (a.status = 'OPEN' or a.status = 'SNOOZED' and a.snoozed_until <= :today)
    order by a.raised_at desc, a.id desc limit 51)
select row_to_json(d)::text from (
    select row_to_json(p) as data from (
        select row_to_json(q) as alerts from (
            select coalesce((select json_agg(row_to_json(x)) from (
                    select 'alr_' || replace(f.id::text, '-', '') as id, f.type, f.severity, 'OPEN' as status, f.occurrence, f.title,
                        f.business_date as "businessDate", replace(replace(to_char(f.raised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '000Z', 'Z'), '.000Z', 'Z') as "raisedAt",
                        f.snoozed_until as "snoozedUntil",
                        json_build_object('id', 'cus_' || replace(f.customer_id::text, '-', ''), 'code', f.customer_code, 'name', f.customer_name)
                            as customer,
                        case when f.assignee_id is not null then
                            json_build_object('id', 'usr_' || replace(f.assignee_id::text, '-', ''), 'name', f.assignee_name) end as assignee,
                        coalesce(i.subject, s.subject, l.subject) as subject
                    from found f
                    left join lateral (
                        select row_to_json(y) as subject from (
                            select 'Installment' as __typename, 'ins_' || replace(i.id::text, '-', '') as id, i.due_date as "dueDate",
                                json_build_object('amount', round(coalesce((
                                    select sum(x.open) from open_share(:tenant, :today, 'SCHEDULE') x where x.installment_id = i.id), 0), 2)::text,
                                    'currency', h.currency) as balance,
                                case when r.id is not null then
                                    json_build_object('id', 'rcv_' || replace(r.id::text, '-', ''), 'number', r.number) end as receivable,
                                case when p.id is not null then json_build_object('id', 'pln_' || replace(p.id::text, '-', ''), 'number', p.number) end
                                    as "paymentPlan"
                            from installment i
                            join schedule h on h.tenant_id = :tenant and h.id = i.schedule_id
                            left join receivable r on r.tenant_id = :tenant and r.id = h.receivable_id
                            left join payment_plan p on p.tenant_id = :tenant and p.id = h.plan_id
                            where i.tenant_id = :tenant and i.id = f.subject_id) y) i on f.type in ('INSTALLMENT_DUE_SOON', 'INSTALLMENT_OVERDUE')
                    left join lateral (
                        select row_to_json(y) as subject from (
                            select 'SellThrough' as __typename, 'sth_' || replace(s.id::text, '-', '') as id, s.rate::text, s.threshold::text
                            from stock_cycle s where s.tenant_id = :tenant and s.id = f.subject_id) y) s on f.type = 'SELL_THROUGH_REACHED'
                    left join lateral (
                        select row_to_json(y) as subject from (
                            select 'PaymentPlan' as __typename, 'pln_' || replace(p.id::text, '-', '') as id, p.number,
                                round(coalesce((select sum(x.open) from schedule v
                                    join open_share(:tenant, :today, 'SCHEDULE') x on x.customer_id = f.customer_id and x.schedule_id = v.id
                                    where v.tenant_id = :tenant and v.plan_id = p.id), 0), 2)::text as "openInPlan", p.currency
                            from payment_plan p where p.tenant_id = :tenant and p.id = f.subject_id) y) l on f.type = 'PLAN_BROKEN'
                    where f.place <= 50 order by f.place) x), '[]') as nodes,
                (select row_to_json(i) from (
                    select exists (select from found where place = 51) as "hasNextPage",
                        (select translate(encode(convert_to(replace(replace(to_char(raised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '000Z', 'Z'), '.000Z', 'Z') || chr(31) || id,
                            'UTF8'), 'base64'), E'+/=\n', '-_') from found where place <= 50 order by place desc limit 1) as "endCursor") i)
                    as "pageInfo") q) p) d
