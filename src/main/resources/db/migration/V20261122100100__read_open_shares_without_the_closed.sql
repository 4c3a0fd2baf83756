-- Most shares are closed, and a condition "open or booked later" makes PostgreSQL read them all. As two parts, each is found by an index of its own:
-- what is open now, and what was closed by a later entry, of which there is next to nothing for the business date.
create index share_closed on share (tenant_id, customer_id, booked_through) where open = 0;
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
        select c.* from share c where c.tenant_id = p_tenant and c.open = 0 and c.booked_through > p_as_of) s
    cross join lateral (
        select coalesce(sum(b.amount), 0) as amount from booking b
        where s.booked_through > p_as_of and b.tenant_id = p_tenant and b.share_id = s.id and b.on_date > p_as_of) later
    where s.open + later.amount > 0
        and case p_basis when 'SCHEDULE' then s.rules @> p_as_of else s.own_terms and s.since <= p_as_of end
$$;
