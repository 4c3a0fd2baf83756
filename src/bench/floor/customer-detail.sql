-- rep-customer-detail.graphql; terms are those of one installment, as the generated customers have them
with owed as materialized (
    select x.installment_id, x.schedule_id, x.receivable_id, x.currency, x.due_date, x.open
    from open_share(:tenant, :today, 'SCHEDULE') x where x.customer_id = :customer)
select row_to_json(d)::text from (
    select row_to_json(p) as data from (
        select (select row_to_json(k) from (
            select 'cus_' || replace(c.id::text, '-', '') as id, c.version, c.code, c.name, c.legal_name as "legalName", c.kind, c.status, c.grade, c.region,
                coalesce(c.time_zone, (select t.time_zone from tenant t where t.tenant_id = :tenant)) as "timeZone",
                case when w.id is not null then json_build_object('id', 'usr_' || replace(w.id::text, '-', ''), 'name', w.name) end as owner,
                (select json_build_object('amount', round(l.amount, 2)::text, 'currency', l.currency)
                    from credit_limit_on(:tenant, :today) l where l.customer_id = c.id and l.amount is not null) as "creditLimit",
                case when c.terms is not null then json_build_object('installments', json_build_array(json_build_object(
                    'share', split_part(c.terms, ':', 1), 'days', split_part(c.terms, ':', 2)::int, 'endOfMonth', false))) end as terms,
                persons.list as "contactPersons", balances.list as balances, plans.list as "paymentPlans", receivables.list as receivables,
                contacts.list as "contactHistory", stock.cycle as "sellThrough", alerts.list as alerts
            from customer c
            left join app_user w on w.tenant_id = :tenant and w.id = c.owner_id
            cross join lateral (
                select coalesce(json_agg(row_to_json(x)), '[]') as list from (
                    select 'per_' || replace(h.id::text, '-', '') as id, h.name, h.job_title as "jobTitle", h.decision_role as "decisionRole", h.influence,
                        h.preferred_from as "preferredFrom", h.preferred_to as "preferredTo", h.phone, h.email,
                        case when b.id is not null then json_build_object('id', 'per_' || replace(b.id::text, '-', ''), 'name', b.name) end as "reportsTo",
                        case when o.id is not null then json_build_object('id', 'usr_' || replace(o.id::text, '-', ''), 'name', o.name) end
                            as "relationshipOwner"
                    from contact_person h
                    left join contact_person b on b.tenant_id = :tenant and b.id = h.reports_to_id
                    left join app_user o on o.tenant_id = :tenant and o.id = h.relationship_owner_id
                    where h.tenant_id = :tenant and h.customer_id = c.id and h.erased_at is null order by h.name, h.id) x) persons
            cross join lateral (
                select coalesce(json_agg(row_to_json(x) order by x.currency), '[]') as list from (
                    select currency, round(coalesce(o.outstanding, 0), 2)::text as outstanding, round(coalesce(o.current, 0), 2)::text as "notYetDue",
                        round(coalesce(o.outstanding - o.current, 0), 2)::text as overdue, round(coalesce(u.unapplied, 0), 2)::text as unapplied,
                        round(coalesce(n.announced, 0), 2)::text as announced,
                        coalesce(o.late, 0) as "maxDaysPastDue", json_build_array(
                            json_build_object('label', 'Current', 'fromDays', null, 'toDays', 0, 'amount', round(coalesce(o.current, 0), 2)::text),
                            json_build_object('label', '1–30', 'fromDays', 1, 'toDays', 30, 'amount', round(coalesce(o.b1, 0), 2)::text),
                            json_build_object('label', '31–60', 'fromDays', 31, 'toDays', 60, 'amount', round(coalesce(o.b2, 0), 2)::text),
                            json_build_object('label', '61–90', 'fromDays', 61, 'toDays', 90, 'amount', round(coalesce(o.b3, 0), 2)::text),
                            json_build_object('label', '91+', 'fromDays', 91, 'toDays', null, 'amount', round(coalesce(o.b4, 0), 2)::text)) as buckets
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
                select json_build_object('nodes', coalesce(json_agg(row_to_json(x)), '[]')) as list from (
                    select 'pln_' || replace(p.id::text, '-', '') as id, p.version, p.number, p.status, p.currency, round(p.total, 2)::text as total,
                        round(paid.amount, 2)::text as paid, round(open.amount, 2)::text as balance, rows.list as installments
                    from payment_plan p
                    join schedule h on h.tenant_id = :tenant and h.plan_id = p.id
                        and h.version = (select max(v.version) from schedule v where v.tenant_id = :tenant and v.plan_id = p.id)
                    cross join lateral (
                        select coalesce(sum(b.amount), 0) as amount from schedule v
                        join share s on s.tenant_id = :tenant and s.schedule_id = v.id
                        join booking b on b.tenant_id = :tenant and b.share_id = s.id and b.on_ruling
                        join entry e on e.tenant_id = :tenant and e.id = b.entry_id and e.kind = 'ALLOCATED'
                        where v.tenant_id = :tenant and v.plan_id = p.id
                            and not exists (select from entry u where u.tenant_id = :tenant and u.undoes_id = e.id)) paid
                    cross join lateral (
                        select case when p.status = 'PROPOSED' then p.total else coalesce(sum(x.open), 0) end as amount from schedule v
                        join owed x on x.schedule_id = v.id
                        where v.tenant_id = :tenant and v.plan_id = p.id) open
                    cross join lateral (
                        select json_agg(row_to_json(y)) as list from (
                            select 'ins_' || replace(i.id::text, '-', '') as id, i.sequence, i.due_date as "dueDate",
                                json_build_object('amount', round(i.amount, 2)::text) as amount,
                                json_build_object('amount', round(o.open, 2)::text) as balance,
                                case when o.open > 0 then case when o.open = i.amount then 'OPEN' else 'PARTIAL' end
                                    when exists (
                                        select from share s join booking b on b.tenant_id = :tenant and b.share_id = s.id
                                        join entry e on e.tenant_id = :tenant and e.id = b.entry_id and e.kind = 'WRITTEN_OFF'
                                        where s.tenant_id = :tenant and s.installment_id = i.id) then 'WRITTEN_OFF' else 'SETTLED' end as settlement,
                                case when o.open = 0 then 'CLOSED' when i.due_date < :today then 'OVERDUE' when i.due_date = :today then 'DUE'
                                    when i.due_date - :today <= (select t.due_soon_days from tenant_settings t where t.tenant_id = :tenant)
                                    then 'DUE_SOON' else 'PLANNED' end as timing
                            from installment i
                            cross join lateral (
                                select coalesce(sum(x.open), 0) as open from owed x where x.installment_id = i.id) o
                            where i.tenant_id = :tenant and i.schedule_id = h.id order by i.due_date, i.sequence) y) rows
                    where p.tenant_id = :tenant and p.customer_id = c.id and p.status in ('PROPOSED', 'ACTIVE', 'BROKEN')
                    order by p.created_at desc, p.id desc limit 5) x) plans
            cross join lateral (
                with found as (
                    select r.id, r.number, r.kind, r.issue_date, r.due_date, r.amount, r.currency, o.balance, o.late,
                        row_number() over (order by r.due_date, r.id) as place
                    from (
                        select x.receivable_id, sum(x.open) as balance, greatest(max(:today - x.due_date), 0) as late
                        from owed x group by x.receivable_id) o
                    join receivable r on r.tenant_id = :tenant and r.id = o.receivable_id
                    order by r.due_date, r.id limit 21)
                select json_build_object(
                    'nodes', coalesce(json_agg(json_build_object('id', 'rcv_' || replace(f.id::text, '-', ''), 'number', f.number, 'kind', f.kind,
                        'issueDate', f.issue_date, 'dueDate', f.due_date,
                        'amount', json_build_object('amount', round(f.amount, 2)::text, 'currency', f.currency),
                        'balance', json_build_object('amount', round(f.balance, 2)::text, 'currency', f.currency),
                        'settlement', case when f.balance = f.amount then 'OPEN' else 'PARTIAL' end, 'daysPastDue', f.late) order by f.place)
                        filter (where f.place <= 20), '[]'),
                    'pageInfo', json_build_object('hasNextPage', count(*) > 20, 'endCursor', translate(encode(convert_to(
                        (array_agg(f.due_date || chr(31) || f.id order by f.place desc) filter (where f.place <= 20))[1], 'UTF8'), 'base64'),
                        E'+/=\n', '-_'))) as list
                from found f) receivables
            cross join lateral (
                select json_build_object('nodes', coalesce(json_agg(row_to_json(x)), '[]')) as list from (
                    select 'con_' || replace(r.id::text, '-', '') as id, replace(replace(to_char(r.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '000Z', 'Z'), '.000Z', 'Z')
                        as "occurredAt", r.channel, r.direction, r.outcome, r.summary, r.feedback, r.next_action as "nextAction",
                        r.next_action_on as "nextActionOn",
                        case when h.id is not null then json_build_object('id', 'per_' || replace(h.id::text, '-', ''), 'name', h.name) end
                            as "contactPerson",
                        json_build_object('id', 'usr_' || replace(u.id::text, '-', ''), 'name', u.name) as "recordedBy"
                    from contact_record r
                    left join contact_person h on h.tenant_id = :tenant and h.id = r.contact_person_id
                    join app_user u on u.tenant_id = :tenant and u.id = r.recorded_by
                    where r.tenant_id = :tenant and r.customer_id = c.id order by r.occurred_at desc, r.id desc limit 10) x) contacts
            left join lateral (
                select row_to_json(x) as cycle from (
                    select 'sth_' || replace(s.id::text, '-', '') as id, s.started_on as "cycleStartedOn", s.rate::text, s.threshold::text,
                        s.reached_on as "reachedOn", json_build_object('amount', s.available_value::text, 'currency', s.currency) as "availableValue",
                        json_build_object('amount', s.sold_value::text, 'currency', s.currency) as "soldValue",
                        (select json_agg(row_to_json(y)) from (
                            select q.sku, q.name, q.available::text, q.sold::text, q.on_hand::text as "onHand",
                                case when q.available > 0 then round(q.sold / q.available, 4) else 0.0000 end::text as rate,
                                q.last_reported_on as "lastReportedOn"
                            from stock_position q where q.tenant_id = :tenant and q.cycle_id = s.id order by q.sku) y) as products
                    from stock_cycle s where s.tenant_id = :tenant and s.customer_id = c.id and s.ended_on is null) x) stock on true
            cross join lateral (
                select json_build_object('nodes', coalesce(json_agg(row_to_json(x)), '[]')) as list from (
                    select 'alr_' || replace(a.id::text, '-', '') as id, a.type, a.severity,
                        case when a.status = 'SNOOZED' and a.snoozed_until <= :today then 'OPEN' else a.status end as status,
                        c.name || ': ' || case a.type
                    when 'INSTALLMENT_DUE_SOON' then a.amount || ' ' || a.currency || ' is due on ' || a.cause_date || case
                        when a.cause_date < :today then '' when a.cause_date = :today then ', today' when a.cause_date = :today + 1 then ', in 1 day'
                        else ', in ' || (a.cause_date - :today) || ' days' end
                    when 'INSTALLMENT_OVERDUE' then a.amount || ' ' || a.currency || ' was due on ' || a.cause_date || ', ' || (:today - a.cause_date)
                        || case when a.cause_date = :today - 1 then ' day overdue' else ' days overdue' end
                    when 'SELL_THROUGH_REACHED' then trim_scale(trunc(a.rate * 100, 2)) || ' % of the stock since ' || a.cause_date
                        || ' is sold: collect and refill'
                    when 'PLAN_BROKEN' then 'payment plan broken on ' || a.cause_date || ', ' || a.amount || ' ' || a.currency || ' still open' end as title,
                        replace(replace(to_char(a.raised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '000Z', 'Z'), '.000Z', 'Z') as "raisedAt"
                    from alert a where a.tenant_id = :tenant and a.customer_id = c.id order by a.raised_at desc, a.id desc limit 10) x) alerts
            where c.tenant_id = :tenant and c.id = :customer and c.owner_id = :user) k) as customer) p) d
