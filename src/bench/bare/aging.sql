-- The aging of the tenant by currency: sums over the open items of a day, straight from the tables. Once to warm up, once with the time taken.
\set ON_ERROR_STOP on
begin;
select set_config('app.tenant', :'tenant', true) \g /dev/null
\set aging 'select s.currency, sum(s.open) as outstanding, sum(s.open) filter (where s.late > 0) as overdue, count(distinct s.customer_id) as customers, count(distinct s.receivable_id) as receivables, sum(s.open) filter (where s.late <= 0) as b0, sum(s.open) filter (where s.late between 1 and 30) as b1, sum(s.open) filter (where s.late between 31 and 60) as b2, sum(s.open) filter (where s.late between 61 and 90) as b3, sum(s.open) filter (where s.late > 90) as b4 from (select o.currency, o.customer_id, o.receivable_id, o.open, :''day''::date - o.due_date as late from open_share(:''tenant'', :''day'', ''SCHEDULE'') o) s group by s.currency'
:aging \g /dev/null
\timing on
:aging \g /dev/null
\timing off
rollback;
