-- Guard rails: when and how often a customer may be contacted. What a tenant decides is history: the highest version is in force, and where there is none,
-- what the service does by itself. The checks hold what nobody may decide otherwise: no contact at night and at noon, none without end.
create table contact_policy (
    tenant_id uuid not null,
    version int not null,
    best_at time not null,
    noon_from time not null check (noon_from <= '12:00'),
    noon_to time not null check (noon_to >= '13:30'),
    quiet_from time not null check (quiet_from <= '21:00'),
    quiet_to time not null check (quiet_to >= '08:00'),
    per_day int not null check (per_day between 1 and 3),
    per_week int not null check (per_week between per_day and 10),
    quiet_days int not null check (quiet_days between 1 and 60),
    recorded_at timestamptz not null,
    recorded_by uuid,
    primary key (tenant_id, version),
    foreign key (tenant_id) references tenant,
    foreign key (tenant_id, recorded_by) references app_user
);
comment on table contact_policy is 'times of the day are those of the customer''s time zone';
comment on column contact_policy.quiet_days is 'whole days between two automatic contacts with a customer';
call confine('contact_policy', 'select, insert');

-- A contact that a person made outside of the guard rails, with the reason. A table of its own, so that contact records need not be rewritten or locked.
create table contact_exception (
    tenant_id uuid not null,
    contact_record_id uuid not null,
    customer_id uuid not null,
    occurred_at timestamptz not null,
    recorded_by uuid not null,
    rails text[] not null check (cardinality(rails) > 0),
    reason text not null,
    primary key (tenant_id, contact_record_id),
    foreign key (tenant_id, contact_record_id) references contact_record,
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, recorded_by) references app_user
);
create index contact_exception_newest on contact_exception (tenant_id, occurred_at desc, contact_record_id desc);
create index contact_exception_customer on contact_exception (tenant_id, customer_id);
call confine('contact_exception', 'select, insert, update (reason)');

-- A contact that the service made by itself.
create table automatic_contact (
    tenant_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    contact_person_id uuid,
    channel text not null,
    cause text not null check (cause in ('STRATEGY', 'ESCALATION')),
    cause_id uuid not null,
    made_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, contact_person_id) references contact_person
);
comment on column automatic_contact.cause_id is 'the step of the strategy, or the case of the escalation, that made it';
create index automatic_contact_customer on automatic_contact (tenant_id, customer_id, made_at desc);
create index automatic_contact_person on automatic_contact (tenant_id, contact_person_id) where contact_person_id is not null;
call confine('automatic_contact', 'select, insert');

-- Whose turn it is to contact a customer: whoever is about to count a contact holds the row until it is counted. Not the customer's own row, which money mutations hold for longer, and
-- not an advisory lock, of which a transaction can hold only so many.
create table contact_turn (
    tenant_id uuid not null,
    customer_id uuid not null,
    taken_at timestamptz not null,
    primary key (tenant_id, customer_id),
    foreign key (tenant_id, customer_id) references customer
);
call confine('contact_turn', 'select, insert, update (taken_at)');

alter table contact_person add column preferred_days text, add column hours_said_by_customer boolean not null default false;
comment on column contact_person.preferred_days is 'names of weekdays, parted by commas; null: any';
comment on column contact_person.hours_said_by_customer is 'whether the preferred hours and days are the word of the customer''s own user, and not what the supplier noted';

-- How often a person was contacted by the supplier on the local day, and in the local week from Monday on, of a moment: what people logged and what went out by itself. A
-- contact with nobody in particular may have been with anybody: it counts against each person, and is itself counted as with the person who was contacted most.
create function contact_count(p_tenant uuid, p_customer uuid, p_person uuid, p_at timestamptz, p_zone text)
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
                and a.made_at >= date_trunc('week', p_at at time zone p_zone) at time zone p_zone
                and a.made_at < (date_trunc('week', p_at at time zone p_zone) + interval '7 days') at time zone p_zone) m
        where p_person is null or m.person is null or m.person = p_person
        group by m.person) g
$$;
grant execute on function contact_count to ${app_role};

-- How each customer was contacted by the supplier as of a moment: the last contact of any kind, the last one that went out by itself, and how often on the local day and in
-- the local week the person who was contacted most.
create function contacts_made(p_tenant uuid, p_at timestamptz)
returns table (customer_id uuid, last_at timestamptz, last_automatic_at timestamptz, today int, this_week int)
language sql stable parallel safe
as $$
    select c.id, greatest(l.logged_at, l.automatic_at), l.automatic_at, n.today, n.this_week
    from customer c
    join tenant t on t.tenant_id = p_tenant
    cross join lateral (
        select
            (select max(r.occurred_at) from contact_record r
                where r.tenant_id = p_tenant and r.customer_id = c.id and r.direction = 'OUTBOUND' and r.occurred_at <= p_at) as logged_at,
            (select max(a.made_at) from automatic_contact a
                where a.tenant_id = p_tenant and a.customer_id = c.id and a.made_at <= p_at) as automatic_at) l
    cross join lateral contact_count(p_tenant, c.id, null, p_at, coalesce(c.time_zone, t.time_zone)) n
    where c.tenant_id = p_tenant
$$;
grant execute on function contacts_made to ${app_role};

-- The audit log tells of changes of the guard rails and of contacts outside of them. All rows there are already fit, so they need not be read while the table is locked.
alter table audit_event drop constraint audit_event_kind_check;
alter table audit_event add constraint audit_event_kind_check
    check (kind in ('SIGNED_IN', 'SIGN_IN_REFUSED', 'ACCESS_REFUSED', 'GUARD_RAILS_CHANGED', 'GUARD_RAILS_PASSED')) not valid;
