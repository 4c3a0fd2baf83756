\ir users.sql
select 'large', subject, name, 'REP', region, '', '/graphql', pg_temp.body(:'inbox', '{"first": 50, "filter": {"status": ["OPEN"]}}'),
    'tenant=' || tenant_id || '&user=' || id
from rep order by n;
