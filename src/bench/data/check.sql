-- What must be true of the generated rows, whatever the size. Prints one line each; a failed one ends psql with an error.
\set ON_ERROR_STOP on
\pset tuples_only on
\pset format unaligned
\pset fieldsep '  '
set client_min_messages = error;
create temp view fact as
with day as (select (now() at time zone 'Asia/Shanghai')::date as today),
balance as (
    select r.tenant_id, r.id, r.customer_id, r.amount + coalesce((select sum(e.amount) from entry e where e.tenant_id = r.tenant_id and e.receivable_id = r.id), 0) as amount
    from receivable r)
select 1 as no, 'balances of receivables = open of the ruling shares' as what, (select sum(amount) from balance) as a,
    (select sum(o.open) from tenant t, day d, open_share(t.tenant_id, d.today, 'SCHEDULE') o) as b
union all select 2, '… = open of the shares of own terms', (select sum(amount) from balance), (select sum(open) from share where own_terms)
union all select 3, '… receivable by receivable', 0, (
    select count(*) from balance b
    left join (select receivable_id, sum(open) as open from share, day where rules @> today group by 1) s on s.receivable_id = b.id
    left join (select receivable_id, sum(open) as open from share where own_terms group by 1) o on o.receivable_id = b.id
    where b.amount <> coalesce(s.open, -1) or b.amount <> coalesce(o.open, -1))
union all select 4, '… of 100 days ago', (
    select sum(r.amount) + (select sum(e.amount) from entry e, day where e.on_date <= today - 100)
    from receivable r, day where r.issue_date <= today - 100),
    (select sum(o.open) from tenant t, day d, open_share(t.tenant_id, d.today - 100, 'SCHEDULE') o)
union all select 5, 'open of a share = amount less its bookings', 0, (
    select count(*) from share s left join (select share_id, sum(amount) as amount, max(on_date) as last_on from booking group by 1) b on b.share_id = s.id
    where s.open <> s.amount - coalesce(b.amount, 0) or s.booked_through is distinct from b.last_on)
union all select 6, 'every entry is booked through own terms', 0, (
    select count(*) from entry e left join (
        select b.entry_id, sum(b.amount) as amount from booking b join share s on s.id = b.share_id where s.own_terms group by 1) b on b.entry_id = e.id
    where -e.amount <> coalesce(b.amount, 0))
union all select 7, 'every entry is booked on what ruled', 0, (
    select count(*) from entry e left join (select entry_id, sum(amount) as amount from booking where on_ruling group by 1) b on b.entry_id = e.id
    where -e.amount <> coalesce(b.amount, 0))
union all select 8, 'shares of an installment = its amount', 0, (
    select count(*) from installment i left join (select installment_id, sum(amount) as amount from share group by 1) s on s.installment_id = i.id
    where i.amount <> coalesce(s.amount, 0))
union all select 9, 'every receivable is ruled by one schedule', (select count(*) from receivable), (
    select count(*) from (select receivable_id from share, day where rules @> today group by receivable_id having count(distinct schedule_id) = 1) one)
union all select 10, 'unapplied of a payment = its movements', 0, (
    select count(*) from payment p left join (select payment_id, sum(amount) as amount, max(on_date) as last_on from payment_entry group by 1) m on m.payment_id = p.id
    where p.unapplied <> coalesce(m.amount, -1) or p.moved_through is distinct from m.last_on)
union all select 11, 'movements = allocations', 0, (
    select count(*) from (select payment_id, sum(amount) as amount from entry where payment_id is not null group by 1) e
    full join (select payment_id, sum(amount) as amount from payment_entry where kind <> 'RECEIVED' group by 1) m using (payment_id)
    where e.amount is distinct from m.amount)
union all select 12, 'plans'' totals = amounts of what they rule', (select sum(total) from payment_plan), (
    select sum(r.amount) from plan_receivable p join receivable r on r.id = p.receivable_id)
union all select 13, 'rate of a cycle = sold over available of its positions', 0, (
    select count(*) from stock_cycle c join (
        select cycle_id, sum(available * price) as available, sum(sold * price) as sold from stock_position group by 1) p on p.cycle_id = c.id
    where c.rate <> round(p.sold / p.available, 4) or c.sold_value <> p.sold or c.available_value <> p.available);

select case when a = b then 'holds' else 'FAILS' end, what, case when a = 0 then '' else a::text end, case when a <> b then b::text end from fact order by no;

create temp view counted as
select 'receivables' as what, count(*) as n, null::numeric as share from receivable
union all select 'receivables open', count(distinct receivable_id), round(count(distinct receivable_id) * 100.0 / (select count(*) from receivable), 1)
    from share where own_terms and open > 0
union all select 'of the largest 2 % of customers', sum(n), round(sum(n) * 100.0 / (select count(*) from receivable), 1) from (
    select count(*) as n from receivable group by customer_id order by 1 desc limit (select count(*) / 50 from customer)) top
union all select 'of the largest tenant', max(n), round(max(n) * 100.0 / sum(n), 1) from (select count(*) as n from receivable group by tenant_id) t
union all select 'customers', count(*), null from customer
union all select 'installments of own terms', count(*), round(count(*) * 100.0 / (select count(*) from receivable), 1) from share where own_terms
union all select 'receivables under plans', count(*), round(count(*) * 100.0 / (select count(*) from receivable), 1) from plan_receivable
union all select 'payments', count(*), round(count(*) * 100.0 / (select count(*) from receivable), 1) from payment
union all select 'contact records', count(*), round(count(*) * 100.0 / (select count(*) from receivable), 1) from contact_record
union all select 'stock cycles', count(*), null from stock_cycle
union all select 'installments due within a week or overdue', count(distinct o.installment_id), null
    from tenant t, lateral (select (now() at time zone 'Asia/Shanghai')::date as today) d, open_share(t.tenant_id, d.today, 'SCHEDULE') o
    where o.due_date <= d.today + 7
union all select 'cycles reached', count(*), null from stock_cycle where reached_on is not null and ended_on is null;
select '       ' || rpad(what, 45) || lpad(n::text, 9) || coalesce('  ' || share || ' % of receivables', '') from counted;

do $$ begin
    if exists (select from fact where a is distinct from b) then raise exception 'the generated rows are not consistent'; end if;
end $$;
