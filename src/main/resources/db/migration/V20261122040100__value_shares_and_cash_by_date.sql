-- The one definition of what is outstanding (rule 4), by share, as before; what is not open on the day has no row any more. Balances, aging,
-- alerts, letters, lists and the portal all add this up.
-- p_basis SCHEDULE: the shares of the schedule that rules on the day; ORIGINAL_DUE: the shares of the receivables' own terms.
-- Entries count by their value date: those dated after the day are taken back out of what is open now. They are summed up once for both
-- halves, of which the first reads open shares only; as of today there is next to none of them.
create or replace function open_share(p_tenant uuid, p_as_of date, p_basis text)
returns table (
    share_id uuid, installment_id uuid, schedule_id uuid, receivable_id uuid, customer_id uuid, currency text, due_date date, open numeric)
language sql stable parallel safe
as $$
    with later as (
        select b.share_id, sum(b.amount) as amount from booking b
        where b.tenant_id = p_tenant and b.on_date > p_as_of group by b.share_id)
    select s.id, s.installment_id, s.schedule_id, s.receivable_id, s.customer_id, s.currency,
        case p_basis when 'SCHEDULE' then s.due_date else s.original_due end, s.open + coalesce(later.amount, 0)
    from share s left join later on later.share_id = s.id
    where s.tenant_id = p_tenant and s.open > 0 and s.open + coalesce(later.amount, 0) > 0
        and case p_basis when 'SCHEDULE' then s.rules @> p_as_of else s.own_terms and s.since <= p_as_of end
    union all
    select s.id, s.installment_id, s.schedule_id, s.receivable_id, s.customer_id, s.currency,
        case p_basis when 'SCHEDULE' then s.due_date else s.original_due end, later.amount
    from share s join later on later.share_id = s.id
    where s.tenant_id = p_tenant and s.open = 0 and later.amount > 0
        and case p_basis when 'SCHEDULE' then s.rules @> p_as_of else s.own_terms and s.since <= p_as_of end
$$;

-- What of each payment was neither allocated nor refunded as of a day, in the same way; no row where nothing was left.
create function unapplied_cash(p_tenant uuid, p_as_of date)
returns table (payment_id uuid, customer_id uuid, currency text, unapplied numeric)
language sql stable parallel safe
as $$
    with later as (
        select m.payment_id, sum(m.amount) as amount from payment_entry m
        where m.tenant_id = p_tenant and m.on_date > p_as_of group by m.payment_id)
    select p.id, p.customer_id, p.currency, p.unapplied - coalesce(later.amount, 0)
    from payment p left join later on later.payment_id = p.id
    where p.tenant_id = p_tenant and p.unapplied > 0 and p.unapplied - coalesce(later.amount, 0) > 0
    union all
    select p.id, p.customer_id, p.currency, - later.amount
    from payment p join later on later.payment_id = p.id
    where p.tenant_id = p_tenant and p.unapplied = 0 and later.amount < 0
$$;
grant execute on function unapplied_cash to ${app_role};
