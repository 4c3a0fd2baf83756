-- Prepares who listens and what they will hear. Of each rep's alerts, one is taken away, so that the next run of the job raises it again: that many alerts,
-- each seen by its rep, by the managers of its region, and by finance. Prints for each subscriber: tenant, subject, name, role, region, customer, what it will
-- hear, the document.
set client_min_messages = error;
create temp table again as
select distinct on (a.tenant_id, c.owner_id) a.tenant_id, a.id, c.owner_id, c.region
from alert a join customer c on c.tenant_id = a.tenant_id and c.id = a.customer_id
where a.type = 'INSTALLMENT_OVERDUE' and a.status = 'OPEN' and c.owner_id is not null
order by a.tenant_id, c.owner_id, a.id;
delete from alert_event e using again g where e.tenant_id = g.tenant_id and e.alert_id = g.id;
delete from outbox o using again g where o.tenant_id = g.tenant_id and o.alert_id = g.id;
delete from alert a using again g where a.tenant_id = g.tenant_id and a.id = g.id;

create temp view listener as
select u.tenant_id, t.code, u.subject, u.name, u.roles[1] as role, coalesce(u.region, '') as region, h.n as hears,
    row_number() over (partition by t.code order by u.roles[1] = 'FINANCE', u.roles[1] = 'MANAGER', u.subject) as place,
    count(*) over (partition by t.code) as people
from app_user u join tenant t using (tenant_id)
cross join lateral (
    select count(*) as n from again g where g.tenant_id = u.tenant_id
        and (u.roles[1] = 'FINANCE' or u.roles[1] = 'MANAGER' and g.region = u.region or u.roles[1] = 'REP' and g.owner_id = u.id)) h
where h.n > 0 and (u.roles[1] in ('REP', 'MANAGER') or u.subject in ('finance-0', 'finance-1'));

-- Each tenant's people in turn, with as many devices as it takes: eight of ten subscribers are of the large tenant.
select l.code, l.subject, l.name, l.role, l.region, '', l.hears, :'document'
from generate_series(0, :subscribers - 1) n
cross join lateral (select (array['large', 'large', 'middle', 'large', 'large', 'large', 'small', 'large', 'large', 'large'])[1 + n % 10] as code, n / 10 * 8 + n % 10 as turn) s
join listener l on l.code = s.code and l.place = 1 + s.turn % l.people
order by n;
