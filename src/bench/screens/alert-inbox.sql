\ir users.sql
select 'large', subject, name, 'REP', region, '', '/graphql', pg_temp.body(:'inbox', '{"first": 50, "filter": {"status": ["OPEN"]}}')
from rep order by n;
