-- The back office records payments: 64 people, each for other customers of the large tenant with something open; or all for one customer.
set client_min_messages = error;
create function pg_temp.body(query text, customer uuid, currency text) returns jsonb language sql as $$
    select jsonb_build_object('query', query, 'variables', jsonb_build_object('input', jsonb_build_object(
        'clientKey', '@KEY@', 'customerId', 'cus_' || replace(customer::text, '-', ''), 'amount', jsonb_build_object('amount', '1.00', 'currency', currency),
        'receivedOn', (now() at time zone 'Asia/Shanghai')::date, 'method', 'BANK_TRANSFER')))
$$;
with owing as (
    select s.customer_id, s.currency, row_number() over (order by md5(s.customer_id::text)) as n, max(s.debt) over () = s.debt as one
    from (
        select s.customer_id, s.currency, sum(s.open) as debt from share s join tenant t using (tenant_id)
        where t.code = 'large' and s.own_terms and s.open > 0 group by s.customer_id, s.currency having sum(s.open) > 1000) s)
select 'large', 'finance-' || n % 64, 'Finance ' || n % 64, 'FINANCE', '', '', '/graphql', pg_temp.body(:'record', customer_id, currency)
from owing where case :'which' when 'one' then one else n <= 2048 end
order by n;
