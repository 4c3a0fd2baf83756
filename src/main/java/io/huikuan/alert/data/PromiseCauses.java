package io.huikuan.alert.data;

/** What of promises, and of payments below what was agreed, calls for somebody, as SQL in the form of {@link AlertRule}. */
final class PromiseCauses {

    private PromiseCauses() {}

    /** Promises whose day has come. */
    private static final String DUE = """
            select 'PROMISE_DUE' as type, p.id as subject_id, p.promised_for as cause_date, '' as cause_key, p.customer_id,
                case when p.promised_for < cast(:asOf as date) then 'WARNING' else 'INFO' end as severity,
                s.asked - s.paid as amount, p.currency, null::numeric as rate, null::uuid as assigned_to
            from promise p
            cross join lateral (
                select st.paid, st.asked from promise_standing(:tenant, cast(:asOf as date)) st where st.promise_id = p.id) s
            where p.tenant_id = :tenant and p.status = 'OPEN' and cast(:asOf as date) between p.promised_for and p.window_end
            """;

    /** Promises that were not kept, of which something is open that was not promised anew. What is open is found first: most of them are long settled. */
    private static final String BROKEN = """
            select 'PROMISE_BROKEN', p.id, p.promised_for, '', p.customer_id,
                case p.status when 'BROKEN' then 'CRITICAL' else 'WARNING' end,
                least(s.asked - s.paid, p.open), p.currency, null, null
            from (
                select q.id, q.promised_for, q.customer_id, q.status, q.currency, sum(o.open) as open
                from promise q
                join promise_item i on i.tenant_id = :tenant and i.promise_id = q.id
                cross join lateral (
                    select w.open from open_share(:tenant, cast(:asOf as date), 'SCHEDULE') w where w.receivable_id = i.receivable_id offset 0) o
                where q.tenant_id = :tenant and q.status in ('PARTIALLY_KEPT', 'BROKEN')
                    and not exists (
                        select from promise_item later
                        where later.tenant_id = :tenant and later.receivable_id = i.receivable_id and exists (
                            select from promise n
                            where n.tenant_id = :tenant and n.id = later.promise_id and n.status not in ('CANCELLED', 'PROPOSED')
                                and (n.recorded_at, n.id) > (q.recorded_at, q.id)
                            offset 0)
                        offset 0)
                group by q.id, q.promised_for, q.customer_id, q.status, q.currency) p
            cross join lateral (
                select st.paid, st.asked from promise_standing(:tenant, cast(:asOf as date)) st where st.promise_id = p.id) s
            where s.asked > s.paid
            """;

    /** The latest payment towards each open promise that is not kept by it. */
    private static final String BELOW_PROMISE = """
            select 'PAYMENT_SHORTFALL', l.id, l.received_on, l.number, l.customer_id, 'WARNING', s.asked - s.paid, l.currency, null, l.agreed_by
            from (
                select distinct on (p.customer_id, p.id) p.customer_id, p.id, p.currency, y.received_on, y.number,
                    (select u.id from app_user u where u.tenant_id = :tenant and u.id = p.agreed_by) as agreed_by
                from promise p
                join promise_item i on i.tenant_id = :tenant and i.promise_id = p.id
                join entry e on e.tenant_id = :tenant and e.receivable_id = i.receivable_id and e.kind = 'ALLOCATED'
                    and e.on_date <= cast(:asOf as date)
                join payment y on y.tenant_id = :tenant and y.id = e.payment_id and y.received_on between p.given_on and p.window_end
                    and y.created_at >= p.counts_from
                where p.tenant_id = :tenant and p.status = 'OPEN'
                    and not exists (
                        select from entry u
                        where u.tenant_id = :tenant and u.undoes_id = e.id and u.on_date <= cast(:asOf as date) offset 0)
                order by p.customer_id, p.id, y.received_on desc, y.created_at desc, y.id desc) l
            cross join lateral (
                select st.paid, st.asked from promise_standing(:tenant, cast(:asOf as date)) st where st.promise_id = l.id) s
            """;

    /**
     * The latest payment of each installment of an active plan that it left partly open, though it was due or the first that the payment reached. It calls for
     * a month: what came short long ago is told by the installment being overdue.
     */
    private static final String BELOW_PLAN = """
            select 'PAYMENT_SHORTFALL', l.id, l.received_on, l.number, l.customer_id, 'WARNING', l.open, l.currency, null, l.agreed_by
            from (
                select distinct on (p.customer_id, s.installment_id) p.customer_id, s.installment_id as id, p.currency, y.received_on, y.number,
                    s.due_date, y.id as payment_id, s.schedule_id,
                    (select u.id from app_user u where u.tenant_id = :tenant and u.id = coalesce(p.proposed_by, p.decided_by)) as agreed_by,
                    (select sum(o.open) from share o where o.tenant_id = :tenant and o.installment_id = s.installment_id) as open
                from payment_plan p
                join schedule d on d.tenant_id = :tenant and d.plan_id = p.id
                join share s on s.tenant_id = :tenant and s.schedule_id = d.id and s.rules @> cast(:asOf as date) and s.open < s.amount
                join booking b on b.tenant_id = :tenant and b.share_id = s.id and b.amount > 0
                join entry e on e.tenant_id = :tenant and e.id = b.entry_id and e.kind = 'ALLOCATED'
                join payment y on y.tenant_id = :tenant and y.id = e.payment_id and y.received_on >= p.effective_from
                    and y.received_on > cast(:asOf as date) - 31
                where p.tenant_id = :tenant and p.status = 'ACTIVE'
                    and exists (select from share o where o.tenant_id = :tenant and o.installment_id = s.installment_id and o.open > 0)
                    and not exists (select from entry u where u.tenant_id = :tenant and u.undoes_id = e.id offset 0)
                order by p.customer_id, s.installment_id, y.received_on desc, y.created_at desc, y.id desc) l
            where l.due_date <= l.received_on or not exists (
                select from entry e
                join booking b on b.tenant_id = :tenant and b.entry_id = e.id and b.amount > 0
                join share s on s.tenant_id = :tenant and s.id = b.share_id and s.schedule_id = l.schedule_id and s.due_date < l.due_date
                where e.tenant_id = :tenant and e.payment_id = l.payment_id and e.kind = 'ALLOCATED'
                    and not exists (select from entry u where u.tenant_id = :tenant and u.undoes_id = e.id offset 0))
            """;

    /** Whether any of the customers {@code :customers} has a promise or a plan of which one of the causes could come. */
    static final String CAN_CONCERN = """
            (exists (
                select from promise p
                where p.tenant_id = :tenant and p.customer_id = any(:customers) and p.status in ('OPEN', 'PARTIALLY_KEPT', 'BROKEN'))
            or exists (
                select from payment_plan p where p.tenant_id = :tenant and p.customer_id = any(:customers) and p.status = 'ACTIVE'))""";

    static final String CAUSES = "select * from (" + DUE + " union all " + BROKEN + " union all " + BELOW_PROMISE
            + " union all " + BELOW_PLAN + ") f where true {scope}";
}
