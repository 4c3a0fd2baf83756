-- What nothing was booked on after the day, as on the business date all of it, is open as it stands: it needs no sum of later bookings, only the index of what is
-- open. The others, open now or not, are a part of their own, which is not looked into at all when nothing of the tenant was booked after the day.
create or replace function open_share(p_tenant uuid, p_as_of date, p_basis text)
returns table (
    share_id uuid, installment_id uuid, schedule_id uuid, receivable_id uuid, customer_id uuid, currency text, due_date date, open numeric)
language sql stable parallel safe
as $$
    select s.id, s.installment_id, s.schedule_id, s.receivable_id, s.customer_id, s.currency,
        case p_basis when 'SCHEDULE' then s.due_date else s.original_due end, s.open
    from share s
    where s.tenant_id = p_tenant and s.open > 0 and (s.booked_through is null or s.booked_through <= p_as_of)
        and case p_basis when 'SCHEDULE' then s.rules @> p_as_of else s.own_terms and s.since <= p_as_of end
    union all
    select s.id, s.installment_id, s.schedule_id, s.receivable_id, s.customer_id, s.currency,
        case p_basis when 'SCHEDULE' then s.due_date else s.original_due end, s.open + later.amount
    from share s
    cross join lateral (
        select coalesce(sum(b.amount), 0) as amount from booking b
        where b.tenant_id = p_tenant and b.share_id = s.id and b.on_date > p_as_of) later
    where s.tenant_id = p_tenant and s.booked_through > p_as_of and s.open + later.amount > 0
        and p_as_of < (select max(l.booked_through) from share l where l.tenant_id = p_tenant)
        and case p_basis when 'SCHEDULE' then s.rules @> p_as_of else s.own_terms and s.since <= p_as_of end
$$;

create or replace function unapplied_cash(p_tenant uuid, p_as_of date)
returns table (payment_id uuid, customer_id uuid, currency text, unapplied numeric)
language sql stable parallel safe
as $$
    select p.id, p.customer_id, p.currency, p.unapplied
    from payment p
    where p.tenant_id = p_tenant and p.unapplied > 0 and (p.moved_through is null or p.moved_through <= p_as_of)
    union all
    select p.id, p.customer_id, p.currency, p.unapplied - later.amount
    from payment p
    cross join lateral (
        select coalesce(sum(m.amount), 0) as amount from payment_entry m
        where m.tenant_id = p_tenant and m.payment_id = p.id and m.on_date > p_as_of) later
    where p.tenant_id = p_tenant and p.moved_through > p_as_of and p.unapplied - later.amount > 0
        and p_as_of < (select max(l.moved_through) from payment l where l.tenant_id = p_tenant)
$$;

-- All that lists and sums ask of an open share, so that a customer's are read from the index alone and not from one page of the table each.
create index share_open_as_listed on share (tenant_id, customer_id, due_date)
    include (currency, open, booked_through, rules, receivable_id, installment_id, schedule_id, id) where open > 0;
drop index share_open;
alter index share_open_as_listed rename to share_open;
