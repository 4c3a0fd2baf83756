-- Most shares are closed and most payments used up, and a condition "open or booked later" makes PostgreSQL read them all. As two parts, the one is
-- found by an index of what is open now; the other, what was closed by an entry after the day, is not looked for at all when there is no such
-- entry, as on the business date.
create or replace function open_share(p_tenant uuid, p_as_of date, p_basis text)
returns table (
    share_id uuid, installment_id uuid, schedule_id uuid, receivable_id uuid, customer_id uuid, currency text, due_date date, open numeric)
language sql stable parallel safe
as $$
    select s.id, s.installment_id, s.schedule_id, s.receivable_id, s.customer_id, s.currency,
        case p_basis when 'SCHEDULE' then s.due_date else s.original_due end, s.open + later.amount
    from (
        select o.* from share o where o.tenant_id = p_tenant and o.open > 0
        union all
        select c.* from share c
        where c.tenant_id = p_tenant and c.open = 0 and c.booked_through > p_as_of
            and p_as_of < (select max(l.booked_through) from share l where l.tenant_id = p_tenant)) s
    cross join lateral (
        select coalesce(sum(b.amount), 0) as amount from booking b
        where s.booked_through > p_as_of and b.tenant_id = p_tenant and b.share_id = s.id and b.on_date > p_as_of) later
    where s.open + later.amount > 0
        and case p_basis when 'SCHEDULE' then s.rules @> p_as_of else s.own_terms and s.since <= p_as_of end
$$;

create index payment_moved on payment (tenant_id, moved_through);
create or replace function unapplied_cash(p_tenant uuid, p_as_of date)
returns table (payment_id uuid, customer_id uuid, currency text, unapplied numeric)
language sql stable parallel safe
as $$
    select p.id, p.customer_id, p.currency, p.unapplied - later.amount
    from (
        select u.* from payment u where u.tenant_id = p_tenant and u.unapplied > 0
        union all
        select m.* from payment m
        where m.tenant_id = p_tenant and m.unapplied = 0 and m.moved_through > p_as_of
            and p_as_of < (select max(l.moved_through) from payment l where l.tenant_id = p_tenant)) p
    cross join lateral (
        select coalesce(sum(m.amount), 0) as amount from payment_entry m
        where p.moved_through > p_as_of and m.tenant_id = p_tenant and m.payment_id = p.id and m.on_date > p_as_of) later
    where p.unapplied - later.amount > 0
$$;
