-- The floor of an import: COPY into a temporary table, and one INSERT … SELECT for each of the tables that a receivable has. The file comes by the
-- standard input. Taken back.
\set ON_ERROR_STOP on
set jit = off;
begin;
select set_config('app.tenant', :'tenant', true) \g /dev/null
\timing on
create temp table incoming (number text, customer_code text, issue_date date, due_date date, amount numeric, currency text, reference text,
    id uuid default time_ordered_id(), schedule_id uuid default time_ordered_id(), installment_id uuid default time_ordered_id()) on commit drop;
\copy incoming (number, customer_code, issue_date, due_date, amount, currency, reference) from pstdin (format csv, header)
analyze incoming;
insert into receivable (tenant_id, id, customer_id, number, kind, issue_date, due_date, currency, amount, reference, created_at)
select :'tenant'::uuid, i.id, c.id, i.number, 'INVOICE', i.issue_date, i.due_date, i.currency, i.amount, i.reference, now()
from incoming i join customer c on c.tenant_id = :'tenant' and c.code = i.customer_code;
insert into schedule (tenant_id, id, customer_id, currency, receivable_id, version)
select :'tenant'::uuid, i.schedule_id, c.id, i.currency, i.id, 1
from incoming i join customer c on c.tenant_id = :'tenant' and c.code = i.customer_code;
insert into installment (tenant_id, id, schedule_id, sequence, due_date, amount)
select :'tenant'::uuid, i.installment_id, i.schedule_id, 1, i.due_date, i.amount from incoming i;
insert into share (tenant_id, id, installment_id, schedule_id, receivable_id, customer_id, currency, due_date, original_due, since, amount, open,
    own_terms, rules)
select :'tenant'::uuid, time_ordered_id(), i.installment_id, i.schedule_id, i.id, c.id, i.currency, i.due_date, i.due_date, i.issue_date, i.amount, i.amount,
    true, datemultirange(daterange(i.issue_date, null))
from incoming i join customer c on c.tenant_id = :'tenant' and c.code = i.customer_code;
\timing off
rollback;
