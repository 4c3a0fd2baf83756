\ir users.sql
select 'large', subject, name, 'REP', region, '', '/graphql', pg_temp.body(:'list', '{"first": 20}') from rep order by n;
