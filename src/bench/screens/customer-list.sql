\ir users.sql
select 'large', subject, name, 'REP', region, '', '/graphql', pg_temp.body(:'list', '{"first": 20}'),
    'tenant=' || tenant_id || '&user=' || id
from rep order by n;
