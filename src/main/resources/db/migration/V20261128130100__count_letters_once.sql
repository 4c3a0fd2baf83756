-- A letter that goes out by itself is taken as an automatic contact and entered into the contact history: it is one contact, not two.
create or replace function contact_count(p_tenant uuid, p_customer uuid, p_person uuid, p_at timestamptz, p_zone text)
returns table (today int, this_week int)
language sql stable parallel safe
as $$
    select
        coalesce(max(g.today) filter (where g.person is not null), 0) + coalesce(max(g.today) filter (where g.person is null), 0),
        coalesce(max(g.this_week) filter (where g.person is not null), 0) + coalesce(max(g.this_week) filter (where g.person is null), 0)
    from (
        select m.person,
            (count(*) filter (where (m.at at time zone p_zone)::date = (p_at at time zone p_zone)::date))::int as today,
            count(*)::int as this_week
        from (
            select r.contact_person_id as person, r.occurred_at as at from contact_record r
            where r.tenant_id = p_tenant and r.customer_id = p_customer and r.direction = 'OUTBOUND'
                and r.occurred_at >= date_trunc('week', p_at at time zone p_zone) at time zone p_zone
                and r.occurred_at < (date_trunc('week', p_at at time zone p_zone) + interval '7 days') at time zone p_zone
            union all
            select a.contact_person_id, a.made_at from automatic_contact a
            where a.tenant_id = p_tenant and a.customer_id = p_customer
                and not exists (
                    select from letter l
                    where l.tenant_id = p_tenant and l.cause_id = a.cause_id and l.contact_record_id is not null
                    offset 0)
                and a.made_at >= date_trunc('week', p_at at time zone p_zone) at time zone p_zone
                and a.made_at < (date_trunc('week', p_at at time zone p_zone) + interval '7 days') at time zone p_zone) m
        where p_person is null or m.person is null or m.person = p_person
        group by m.person) g
$$;
