-- What of each payment was neither allocated nor refunded as of a day, by the value dates of its movements; no row where nothing was left.
create function unapplied_cash(p_tenant uuid, p_as_of date)
returns table (payment_id uuid, customer_id uuid, currency text, unapplied numeric)
language sql stable parallel safe
as $$
    select p.id, p.customer_id, p.currency, p.unapplied - later.amount
    from payment p
    cross join lateral (
        select coalesce(sum(m.amount), 0) as amount from payment_entry m
        where p.moved_through > p_as_of and m.tenant_id = p_tenant and m.payment_id = p.id and m.on_date > p_as_of) later
    where p.tenant_id = p_tenant and (p.unapplied > 0 or p.moved_through > p_as_of) and p.unapplied - later.amount > 0
$$;
grant execute on function unapplied_cash to ${app_role};
