-- Reached cycles pile up with the years, and those that still call for collecting are few: they are found by when they ended. As two parts, so that a
-- condition "current or ended later" does not make PostgreSQL read them all.
create index stock_cycle_reached_ended on stock_cycle (tenant_id, ended_on) where reached_on is not null;
drop index stock_cycle_reached;

-- The one definition of which cycles call for collecting and refilling on a day (rule 18), with what they are worth, so that nobody has to read them again.
drop function reached_stock_cycle(uuid, date);
create function reached_stock_cycle(p_tenant uuid, p_as_of date)
returns table (
    cycle_id uuid, customer_id uuid, started_on date, reached_on date, threshold numeric, sold_value numeric, currency text, rate numeric)
language sql stable parallel safe
as $$
    select c.id, c.customer_id, c.started_on, c.reached_on, c.threshold, c.sold_value, c.currency, c.rate
    from (
        select w.* from stock_cycle w where w.tenant_id = p_tenant and w.ended_on is null
        union all
        select e.* from stock_cycle e where e.tenant_id = p_tenant and e.ended_on > p_as_of) c
    where c.reached_on <= p_as_of
$$;
comment on function reached_stock_cycle is 'cycles that were current on the day and had reached their threshold by then';
grant execute on function reached_stock_cycle to ${app_role};
