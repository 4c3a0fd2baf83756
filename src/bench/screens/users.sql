-- Up to 64 reps of the large tenant, each with four of its customers: a large one, and three of the others.
set client_min_messages = error;
create temp view rep as
select u.tenant_id, u.id, u.subject, u.name, u.region, row_number() over (order by u.subject) as n
from app_user u join tenant t using (tenant_id) where t.code = 'large' and u.roles = array['REP'] order by u.subject limit 64;

create temp view visited as
select r.subject, r.name, r.region, r.tenant_id, r.id as user_id, c.id
from rep r
cross join lateral (
    select c.id, row_number() over (order by c.code) as place from customer c where c.tenant_id = r.tenant_id and c.owner_id = r.id) c
where c.place in (1, 20, 45, 70);

create function pg_temp.body(query text, variables jsonb) returns jsonb language sql as 'select jsonb_build_object(''query'', query, ''variables'', variables)';
create function pg_temp.global(prefix text, id uuid) returns text language sql as 'select prefix || ''_'' || replace(id::text, ''-'', '''')';
