\ir users.sql
select 'large', subject, name, 'REP', region, '', '/graphql', pg_temp.body(:'detail', jsonb_build_object('id', pg_temp.global('cus', id))),
    'tenant=' || tenant_id || '&user=' || user_id || '&customer=' || id
from visited order by md5(id::text);
