-- partner-account.graphql
with owed as materialized (
    select x.installment_id, x.schedule_id, x.receivable_id, x.currency, x.due_date, x.open
    from open_share(:tenant, :today, 'SCHEDULE') x where x.customer_id = :customer)
select row_to_json(d)::text from (
    select row_to_json(p) as data from (
        select json_build_object('user', json_build_object('name', u.name), 'tenant', json_build_object('name', t.name, 'businessDate', :today)) as viewer,
            row_to_json(k) as "myAccount"
        from app_user u
        join tenant t on t.tenant_id = :tenant
        cross join lateral (
            select c.code, c.name, balances.list as balances, receivables.list as "openReceivables", installments.list as installments,
                payments.list as payments, stock.cycle as "sellThrough"
            from customer c
            cross join lateral (
                select coalesce(json_agg(row_to_json(x) order by x.currency), '[]') as list from (
                    select currency, round(coalesce(o.outstanding, 0), 2)::text as outstanding, round(coalesce(o.current, 0), 2)::text as "notYetDue",
                        round(coalesce(o.outstanding - o.current, 0), 2)::text as overdue, round(coalesce(u.unapplied, 0), 2)::text as unapplied,
                        round(coalesce(n.announced, 0), 2)::text as announced,
                        json_build_array(
                            json_build_object('label', 'Current', 'amount', round(coalesce(o.current, 0), 2)::text),
                            json_build_object('label', '1–30', 'amount', round(coalesce(o.b1, 0), 2)::text),
                            json_build_object('label', '31–60', 'amount', round(coalesce(o.b2, 0), 2)::text),
                            json_build_object('label', '61–90', 'amount', round(coalesce(o.b3, 0), 2)::text),
                            json_build_object('label', '91+', 'amount', round(coalesce(o.b4, 0), 2)::text)) as buckets
                    from (
                select o.currency, sum(o.open) as outstanding, coalesce(sum(o.open) filter (where o.late <= 0), 0) as current,
                    coalesce(sum(o.open) filter (where o.late between 1 and 30), 0) as b1,
                    coalesce(sum(o.open) filter (where o.late between 31 and 60), 0) as b2,
                    coalesce(sum(o.open) filter (where o.late between 61 and 90), 0) as b3,
                    coalesce(sum(o.open) filter (where o.late > 90), 0) as b4, greatest(max(o.late), 0) as late
                from (
                    select s.currency, s.open, :today - s.due_date as late from owed s) o
                group by o.currency) o
            full join (
                select u.currency, sum(u.unapplied) as unapplied from unapplied_cash(:tenant, :today) u where u.customer_id = c.id
                group by u.currency) u using (currency)
            full join (
                select n.currency, sum(n.amount) as announced from announced_cash(:tenant, :today) n where n.customer_id = c.id
                group by n.currency) n using (currency)) x) balances
            cross join lateral (
                with found as (
                    select r.id, r.number, r.kind, r.issue_date, r.due_date, r.amount, r.currency, r.reference, o.balance, o.late,
                        row_number() over (order by r.due_date, r.id) as place
                    from (
                        select x.receivable_id, sum(x.open) as balance, greatest(max(:today - x.due_date), 0) as late
                        from owed x group by x.receivable_id) o
                    join receivable r on r.tenant_id = :tenant and r.id = o.receivable_id
                    order by r.due_date, r.id limit 21)
                select json_build_object(
                    'nodes', coalesce(json_agg(json_build_object('number', f.number, 'kind', f.kind, 'issueDate', f.issue_date, 'dueDate', f.due_date,
                        'amount', json_build_object('amount', round(f.amount, 2)::text, 'currency', f.currency),
                        'balance', json_build_object('amount', round(f.balance, 2)::text, 'currency', f.currency),
                        'daysPastDue', f.late, 'reference', f.reference) order by f.place) filter (where f.place <= 20), '[]'),
                    'pageInfo', json_build_object('hasNextPage', count(*) > 20, 'endCursor', translate(encode(convert_to(
                        (array_agg(f.due_date || chr(31) || f.id order by f.place desc) filter (where f.place <= 20))[1], 'UTF8'), 'base64'),
                        E'+/=\n', '-_'))) as list
                from found f) receivables
            cross join lateral (
                with found as (
                    select i.id, i.sequence, i.due_date, i.amount, h.currency, r.number as receivable_number, p.number as plan_number, o.balance,
                        row_number() over (order by i.due_date, i.id) as place
                    from (
                        select x.installment_id, x.schedule_id, x.due_date, sum(x.open) as balance from owed x
                        group by x.installment_id, x.schedule_id, x.due_date
                        order by x.due_date, x.installment_id limit 21) o
                    join installment i on i.tenant_id = :tenant and i.id = o.installment_id
                    join schedule h on h.tenant_id = :tenant and h.id = o.schedule_id
                    left join receivable r on r.tenant_id = :tenant and r.id = h.receivable_id
                    left join payment_plan p on p.tenant_id = :tenant and p.id = h.plan_id)
                select json_build_object(
                    'nodes', coalesce(json_agg(json_build_object('planNumber', f.plan_number, 'receivableNumber', f.receivable_number,
                        'sequence', f.sequence, 'dueDate', f.due_date,
                        'amount', json_build_object('amount', round(f.amount, 2)::text, 'currency', f.currency),
                        'balance', json_build_object('amount', round(f.balance, 2)::text, 'currency', f.currency),
                        'timing', case when f.due_date < :today then 'OVERDUE' when f.due_date = :today then 'DUE'
                            when f.due_date - :today <= (select s.due_soon_days from tenant_settings s where s.tenant_id = :tenant) then 'DUE_SOON'
                            else 'PLANNED' end) order by f.place) filter (where f.place <= 20), '[]'),
                    'pageInfo', json_build_object('hasNextPage', count(*) > 20, 'endCursor', translate(encode(convert_to(
                        (array_agg(f.due_date || chr(31) || f.id order by f.place desc) filter (where f.place <= 20))[1], 'UTF8'), 'base64'),
                        E'+/=\n', '-_'))) as list
                from found f) installments
            cross join lateral (
                with found as (
                    select m.*, row_number() over (order by m.received_on desc, m.id desc) as place from payment m
                    where m.tenant_id = :tenant and m.customer_id = c.id order by m.received_on desc, m.id desc limit 21)
                select json_build_object(
                    'nodes', coalesce(json_agg(json_build_object('number', f.number, 'receivedOn', f.received_on,
                        'amount', json_build_object('amount', round(f.amount, 2)::text, 'currency', f.currency),
                        'unapplied', json_build_object('amount', round(f.unapplied, 2)::text, 'currency', f.currency), 'method', f.method,
                        'status', case when f.reversed_on is null then 'RECORDED' else 'REVERSED' end, 'reference', f.reference) order by f.place)
                        filter (where f.place <= 20), '[]'),
                    'pageInfo', json_build_object('hasNextPage', count(*) > 20, 'endCursor', translate(encode(convert_to(
                        (array_agg(f.received_on || chr(31) || f.id order by f.place desc) filter (where f.place <= 20))[1], 'UTF8'), 'base64'),
                        E'+/=\n', '-_'))) as list
                from found f) payments
            left join lateral (
                select row_to_json(x) as cycle from (
                    select s.started_on as "cycleStartedOn", s.rate::text,
                        (select json_agg(row_to_json(y)) from (
                            select q.sku, q.name, q.available::text, q.sold::text, q.on_hand::text as "onHand",
                                case when q.available > 0 then round(q.sold / q.available, 4) else 0.0000 end::text as rate,
                                q.last_reported_on as "lastReportedOn"
                            from stock_position q where q.tenant_id = :tenant and q.cycle_id = s.id order by q.sku) y) as products
                    from stock_cycle s where s.tenant_id = :tenant and s.customer_id = c.id and s.ended_on is null) x) stock on true
            where c.tenant_id = :tenant and c.id = u.customer_id and c.id = :customer) k
        where u.tenant_id = :tenant and u.id = :user) p) d
