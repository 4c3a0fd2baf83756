select 'large', u.subject, u.name, 'PARTNER', '', c.code, '/graphql', jsonb_build_object('query', :'account'),
    'tenant=' || u.tenant_id || '&user=' || u.id || '&customer=' || c.id
from app_user u
join tenant t on t.tenant_id = u.tenant_id and t.code = 'large'
join customer c on c.tenant_id = u.tenant_id and c.id = u.customer_id
where u.roles = array['PARTNER'] order by u.subject;
