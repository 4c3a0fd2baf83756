-- New invoices for the customers of the large tenant, with explicit due dates.
select 'NEW-' || lpad(n::text, 8, '0') as number, c.code as customer_code, ((now() at time zone 'Asia/Shanghai')::date - n % 30)::date as issue_date,
    ((now() at time zone 'Asia/Shanghai')::date - n % 30 + 60)::date as due_date, (100 + n % 9000)::text || '.50' as amount, 'CNY' as currency,
    'PO-' || n as reference
from generate_series(1, :rows) n
join lateral (select code from (
    select c.code, row_number() over (order by c.code) - 1 as place, count(*) over () as customers from customer c join tenant t using (tenant_id)
    where t.code = 'large') c
    where c.place = n % c.customers) c on true
order by n;
