-- Credit: how much a customer may owe, how good it is, whether supply is stopped. All of it is history: what was decided is never changed, only followed by
-- the next decision, so that it can be read as of any day.

-- A limit. STANDARD and TRIAL limits follow each other by the day from which they are good; a TEMPORARY one lies over the limit that there was when it was given.
create table credit_limit (
    tenant_id uuid not null,
    customer_id uuid not null,
    number int not null,
    kind text not null check (kind in ('STANDARD', 'TRIAL', 'TEMPORARY')),
    amount numeric check (amount >= 0),
    currency text,
    grows_by numeric check (grows_by > 0),
    grows_every int check (grows_every > 0),
    grows_to numeric,
    valid_from date not null,
    valid_until date,
    reason text not null,
    recorded_at timestamptz not null,
    recorded_by uuid,
    primary key (tenant_id, customer_id, number),
    foreign key (tenant_id, customer_id) references customer,
    check ((amount is null) = (currency is null)),
    check (valid_until >= valid_from),
    check (kind <> 'TEMPORARY' or (valid_until is not null and amount is not null)),
    check ((kind = 'TRIAL') = (grows_by is not null and grows_every is not null and grows_to is not null))
);
comment on column credit_limit.amount is 'null: no limit from that day on';
comment on column credit_limit.grows_by is 'of a trial limit: by how much it grows with every grows_every installments paid in full by their due dates, up to grows_to';
comment on column credit_limit.recorded_by is 'null: no person did';
call confine('credit_limit', 'select, insert');

-- A grade with what it rests on.
create table credit_assessment (
    tenant_id uuid not null,
    customer_id uuid not null,
    number int not null,
    grade text check (grade in ('A', 'B', 'C', 'D', 'E')),
    looked_at text[] not null,
    note text,
    assessed_on date not null,
    valid_until date,
    recorded_at timestamptz not null,
    recorded_by uuid,
    primary key (tenant_id, customer_id, number),
    foreign key (tenant_id, customer_id) references customer
);
comment on column credit_assessment.grade is 'null: the grade was taken away';
call confine('credit_assessment', 'select, insert');

-- Supply is stopped from a day on, until a day or for good; what releases it are rows of their own.
create table credit_hold (
    tenant_id uuid not null,
    id uuid not null,
    version int not null,
    customer_id uuid not null,
    scope text not null check (scope in ('ALL', 'ORDERS', 'DELIVERIES')),
    cause text not null check (cause in ('OVERDUE', 'OVER_LIMIT', 'BROKEN_PLAN', 'DISPUTE', 'RISK', 'SAID_ELSEWHERE', 'OTHER')),
    reason text not null,
    from_date date not null,
    until_date date,
    on_payment boolean not null,
    placed_at timestamptz not null,
    placed_by uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer,
    check (until_date >= from_date)
);
comment on column credit_hold.until_date is 'the last day of it; null: it has no end of its own';
comment on column credit_hold.on_payment is 'whether payment of all that is overdue releases it';
comment on column credit_hold.placed_by is 'null: no person did';
create index credit_hold_customer on credit_hold (tenant_id, customer_id, from_date desc, id desc);
create index credit_hold_newest on credit_hold (tenant_id, placed_at desc, id desc);
call confine('credit_hold', 'select, insert, update (version)');

create table credit_hold_release (
    tenant_id uuid not null,
    id uuid not null,
    hold_id uuid not null,
    by_payment boolean not null,
    reason text not null,
    from_date date not null,
    until_date date,
    released_at timestamptz not null,
    released_by uuid,
    ended_on date,
    ended_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, hold_id) references credit_hold,
    check (by_payment or until_date is not null),
    check ((ended_on is null) = (ended_at is null))
);
comment on column credit_hold_release.until_date is 'the last day of it; null only of a release by payment';
comment on column credit_hold_release.ended_on is 'the day from which it counts no more, because the money went back';
create index credit_hold_release_hold on credit_hold_release (tenant_id, hold_id, released_at);
call confine('credit_hold_release', 'select, insert, update (ended_on, ended_at)');

-- A change of what blocks: for the tenant, a grade or a customer. The most specific one that is good on the day decides, of several the latest.
create table credit_rule (
    tenant_id uuid not null,
    id uuid not null,
    rule text not null
        check (rule in ('LIMIT_MISSING', 'LIMIT_EXPIRED', 'LIMIT_USED', 'OVERDUE_AMOUNT', 'DAYS_OVERDUE', 'BROKEN_PLAN')),
    customer_id uuid,
    grade text check (grade in ('A', 'B', 'C', 'D', 'E')),
    mode text not null check (mode in ('BLOCK', 'EXCLUDE', 'OFF', 'INHERIT')),
    amount numeric check (amount >= 0),
    currency text,
    days int check (days >= 0),
    share numeric check (share > 0),
    valid_from date not null,
    valid_until date,
    reason text not null,
    recorded_at timestamptz not null,
    recorded_by uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant,
    foreign key (tenant_id, customer_id) references customer,
    check (customer_id is null or grade is null),
    check ((amount is null) = (currency is null)),
    check (valid_until >= valid_from)
);
comment on column credit_rule.mode is 'INHERIT: as if nothing were said here';
create index credit_rule_customer on credit_rule (tenant_id, customer_id, rule, grade, recorded_at desc, id desc);
create index credit_rule_newest on credit_rule (tenant_id, recorded_at desc, id desc);
call confine('credit_rule', 'select, insert');

-- What else a tenant decides; the highest version is in force.
create table credit_policy (
    tenant_id uuid not null,
    version int not null,
    count_orders boolean not null,
    trial_amount numeric check (trial_amount >= 0),
    trial_currency text,
    trial_step numeric check (trial_step > 0),
    trial_every int check (trial_every > 0),
    trial_most numeric,
    trial_days int check (trial_days > 0),
    recorded_at timestamptz not null,
    recorded_by uuid,
    primary key (tenant_id, version),
    foreign key (tenant_id) references tenant,
    check (trial_most >= trial_amount),
    check (num_nulls(trial_amount, trial_currency, trial_step, trial_every, trial_most) in (0, 5))
);
comment on column credit_policy.trial_days is 'for how many days a trial limit is good; null: it has no end of its own';
call confine('credit_policy', 'select, insert');

-- Orders that the customer has placed and that are not invoiced yet, as the ERP tells them; an amount of zero closes one.
create table credit_order (
    tenant_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    number text not null,
    first boolean not null,
    currency text not null,
    amount numeric not null check (amount >= 0),
    on_date date not null,
    superseded_on date,
    recorded_at timestamptz not null,
    recorded_by uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer
);
comment on column credit_order.first is 'the first row of its number, of which there is one in the tenant';
comment on column credit_order.superseded_on is 'when the number got its next row; null: this is the latest';
create unique index credit_order_number on credit_order (tenant_id, number) where first;
create unique index credit_order_latest on credit_order (tenant_id, customer_id, number) where superseded_on is null;
create index credit_order_newest on credit_order (tenant_id, recorded_at desc, id desc);
create index credit_order_customer on credit_order (tenant_id, customer_id, on_date) where amount > 0;
call confine('credit_order', 'select, insert, update (superseded_on)');

-- Which holds stand on a day. Customers' status asks this, so that nothing has to run for a hold to end.
create function live_hold(p_tenant uuid, p_as_of date)
returns table (hold_id uuid, customer_id uuid, scope text)
language sql stable parallel safe
as $$
    select h.id, h.customer_id, h.scope from credit_hold h
    where h.tenant_id = p_tenant and h.from_date <= p_as_of and (h.until_date is null or h.until_date >= p_as_of)
        and not exists (
            select from credit_hold_release r
            where r.tenant_id = p_tenant and r.hold_id = h.id and r.from_date <= p_as_of
                and (r.until_date is null or r.until_date >= p_as_of) and (r.ended_on is null or r.ended_on > p_as_of))
$$;
grant execute on function live_hold to ${app_role};

-- The limit of each customer that was given one, as of a day: the temporary one that is good then and was given after the limit under it, else that one. A
-- trial limit has grown by what was paid on time until then, so a bounced payment takes its part of the growth back.
create function credit_limit_on(p_tenant uuid, p_as_of date)
returns table (
    customer_id uuid, number int, kind text, amount numeric, currency text, granted numeric, grows_by numeric, grows_every int, grows_to numeric,
    on_time int, valid_from date, valid_until date, expired boolean, reason text, recorded_at timestamptz, recorded_by uuid)
language sql stable parallel safe
as $$
    select l.customer_id, l.number, l.kind,
        case l.kind when 'TRIAL' then least(l.grows_to, l.amount + l.grows_by * (g.on_time / l.grows_every)) else l.amount end,
        l.currency, l.amount, l.grows_by, l.grows_every, l.grows_to, g.on_time, l.valid_from, l.valid_until,
        coalesce(l.valid_until < p_as_of, false), l.reason, l.recorded_at, l.recorded_by
    from (
        select distinct on (b.customer_id) b.* from credit_limit b
        where b.tenant_id = p_tenant and b.valid_from <= p_as_of
            and (b.kind <> 'TEMPORARY' or b.valid_until >= p_as_of and b.number > coalesce((
                select u.number from credit_limit u
                where u.tenant_id = p_tenant and u.customer_id = b.customer_id and u.kind <> 'TEMPORARY' and u.valid_from <= p_as_of
                order by u.valid_from desc, u.number desc limit 1), 0))
        order by b.customer_id, b.kind = 'TEMPORARY' desc, b.valid_from desc, b.number desc) l
    cross join lateral (
        select case l.kind when 'TRIAL' then (
            select count(*)::int from (
                select s.installment_id from share s
                cross join lateral (
                    select coalesce(sum(k.amount), 0) as paid, max(k.on_date) filter (where k.amount > 0) as last_on
                    from booking k
                    join entry e on e.tenant_id = p_tenant and e.id = k.entry_id and e.kind in ('ALLOCATED', 'UNALLOCATED', 'REVERSED')
                    where k.tenant_id = p_tenant and k.share_id = s.id and k.on_ruling and k.on_date <= p_as_of) m
                where s.tenant_id = p_tenant and s.customer_id = l.customer_id and s.currency = l.currency and s.due_date >= l.valid_from
                group by s.installment_id
                having bool_and(m.paid = s.amount and m.last_on <= s.due_date)) paid) else 0 end as on_time) g
$$;
grant execute on function credit_limit_on to ${app_role};

-- The orders that are open on a day.
create function open_order(p_tenant uuid, p_as_of date)
returns table (customer_id uuid, number text, currency text, amount numeric)
language sql stable parallel safe
as $$
    select o.customer_id, o.number, o.currency, o.amount from credit_order o
    where o.tenant_id = p_tenant and o.amount > 0 and o.on_date <= p_as_of and (o.superseded_on is null or o.superseded_on > p_as_of)
$$;
grant execute on function open_order to ${app_role};

-- What was kept with the customers until now is the beginning of their history. ON_HOLD stays in the rows, where nodes of the version before still read it; from
-- this version on it means no more than ACTIVE there, and the holds say who is not supplied.
insert into credit_limit (tenant_id, customer_id, number, kind, amount, currency, valid_from, reason, recorded_at)
select c.tenant_id, c.id, 1, 'STANDARD', c.credit_limit_amount, c.credit_limit_currency, (c.created_at at time zone t.time_zone)::date,
    'It was kept with the customer.', c.created_at
from customer c join tenant t on t.tenant_id = c.tenant_id
where c.credit_limit_amount is not null;

insert into credit_assessment (tenant_id, customer_id, number, grade, looked_at, note, assessed_on, recorded_at)
select c.tenant_id, c.id, 1, c.grade, '{}', 'It was kept with the customer.', (c.created_at at time zone t.time_zone)::date, c.created_at
from customer c join tenant t on t.tenant_id = c.tenant_id
where c.grade is not null;

insert into credit_hold (tenant_id, id, version, customer_id, scope, cause, reason, from_date, on_payment, placed_at)
select c.tenant_id, time_ordered_id(), 1, c.id, 'ALL', 'SAID_ELSEWHERE', 'The customer was on hold before holds were kept.',
    (now() at time zone t.time_zone)::date, false, now()
from customer c join tenant t on t.tenant_id = c.tenant_id
where c.status = 'ON_HOLD';

-- What another system, or a node of the version before, newly says of a customer's row becomes a hold. Taking it back there releases none.
create function hold_what_is_said() returns trigger language plpgsql as $$
begin
    insert into credit_hold (tenant_id, id, version, customer_id, scope, cause, reason, from_date, on_payment, placed_at)
    select new.tenant_id, time_ordered_id(), 1, new.id, 'ALL', 'SAID_ELSEWHERE', 'Another system says that the customer is on hold.',
        (now() at time zone t.time_zone)::date, false, now()
    from tenant t where t.tenant_id = new.tenant_id;
    return null;
end $$;
create trigger held_on_insert after insert on customer for each row when (new.status = 'ON_HOLD') execute function hold_what_is_said();
create trigger held_on_update after update of status on customer for each row
    when (new.status = 'ON_HOLD' and old.status <> 'ON_HOLD') execute function hold_what_is_said();

-- Status and limit are shown with the customer, so phones are told.
create function note_customer_of_credit() returns trigger language plpgsql as $$
begin
    insert into change (tenant_id, changed_in, kind, thing_id, customer_id, noted_at)
    select distinct t.tenant_id, pg_current_xact_id(), 'cus', t.customer_id, t.customer_id, now() from touched t
    on conflict do nothing;
    return null;
end $$;
create trigger noted_on_insert after insert on credit_limit referencing new table as touched
    for each statement execute function note_customer_of_credit();
create trigger noted_on_insert after insert on credit_hold referencing new table as touched
    for each statement execute function note_customer_of_credit();
create trigger noted_on_update after update on credit_hold referencing new table as touched
    for each statement execute function note_customer_of_credit();
