-- Who is reminded of what, how, and when (rule 25). A strategy has versions; its steps belong to a version and never change once it was active.
create table strategy (
    tenant_id uuid not null,
    id uuid not null,
    version int not null,
    name text not null,
    classes text[] not null,
    region text,
    created_at timestamptz not null,
    created_by uuid,
    ended_at timestamptz,
    ended_by uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant
);
comment on column strategy.version is 'grows with each change of the strategy or of its draft';
comment on column strategy.classes is 'the classes of debtors it is for; empty: those for which no other strategy is, unclassified ones included';
comment on column strategy.region is 'null: all regions for which no other strategy of the class is';
create index strategy_newest on strategy (tenant_id, created_at desc, id desc);
call confine('strategy', 'select, insert, update (version, name, ended_at, ended_by)');

-- Which strategy a class of debtors in a region follows. An empty class or region stands for all that have no row of their own, so that for each customer
-- exactly one row is the most specific one, and two strategies can never be for the same customers.
create table strategy_segment (
    tenant_id uuid not null,
    class text not null,
    region text not null,
    strategy_id uuid not null,
    primary key (tenant_id, class, region),
    foreign key (tenant_id, strategy_id) references strategy
);
create index strategy_segment_strategy on strategy_segment (tenant_id, strategy_id);
call confine('strategy_segment', 'select, insert, delete');

create table strategy_version (
    tenant_id uuid not null,
    strategy_id uuid not null,
    number int not null,
    status text not null check (status in ('DRAFT', 'ACTIVE', 'RETIRED')),
    quiet_days int not null check (quiet_days between 0 and 60),
    drafted_at timestamptz not null,
    drafted_by uuid,
    activated_at timestamptz,
    activated_by uuid,
    retired_at timestamptz,
    retired_by uuid,
    primary key (tenant_id, strategy_id, number),
    foreign key (tenant_id, strategy_id) references strategy,
    check (status <> 'ACTIVE' or activated_at is not null),
    check ((status = 'RETIRED') = (retired_at is not null))
);
comment on column strategy_version.quiet_days is 'whole days between a contact with a customer and the next step';
create unique index strategy_version_active on strategy_version (tenant_id, strategy_id) where status = 'ACTIVE';
create unique index strategy_version_draft on strategy_version (tenant_id, strategy_id) where status = 'DRAFT';
call confine('strategy_version',
    'select, insert, update (status, quiet_days, drafted_at, drafted_by, activated_at, activated_by, retired_at, retired_by)');

create table strategy_step (
    tenant_id uuid not null,
    strategy_id uuid not null,
    number int not null,
    position int not null,
    day int not null check (day between -60 and 1000),
    business_days boolean not null,
    channel text not null check (channel in ('PHONE_TASK', 'VISIT_TASK', 'EMAIL', 'LETTER', 'ROBOT')),
    letter_kind text check (letter_kind in ('PAYMENT_REMINDER', 'OVERDUE_NOTICE', 'STATEMENT')),
    with_statement boolean not null,
    text_zh text,
    text_en text,
    assignee text check (assignee in ('OWNER', 'MANAGER', 'USER')),
    assignee_id uuid,
    classes text[] not null,
    minimum_currencies text[] not null,
    minimum_amounts numeric[] not null,
    repeat_days int check (repeat_days between 1 and 365),
    sooner_days int check (sooner_days between 0 and 365),
    fewest_days int check (fewest_days between 1 and 365),
    primary key (tenant_id, strategy_id, number, position),
    foreign key (tenant_id, strategy_id, number) references strategy_version,
    foreign key (tenant_id, assignee_id) references app_user,
    check ((channel in ('EMAIL', 'LETTER')) = (letter_kind is not null)),
    check ((channel in ('PHONE_TASK', 'VISIT_TASK')) = (assignee is not null)),
    check (coalesce(assignee = 'USER', false) = (assignee_id is not null)),
    check (cardinality(minimum_currencies) = cardinality(minimum_amounts)),
    check ((repeat_days is null) = (sooner_days is null) and (repeat_days is null) = (fewest_days is null))
);
comment on column strategy_step.day is 'days from the oldest due date on which it is reached; below zero: before it';
comment on column strategy_step.business_days is 'whether the days are business days of the tenant''s calendar';
comment on column strategy_step.minimum_amounts is 'how much must be due in the currency of the same place; a currency that is not named has no minimum';
comment on column strategy_step.repeat_days is 'after how many days without another step it is reached again; null: never';
comment on column strategy_step.sooner_days is 'by how many days sooner for each promise that was not kept';
comment on column strategy_step.fewest_days is 'the fewest days after which it is reached again';
call confine('strategy_step', 'select, insert, delete');

-- What a strategy did with a customer: a task for a person, or something that goes out by itself. Planned on is the day on which the step was reached by its rule; a
-- customer only ever moves forward on the time line of his oldest due date, whichever strategy or version he follows.
create table strategy_action (
    tenant_id uuid not null,
    id uuid not null,
    version int not null,
    customer_id uuid not null,
    strategy_id uuid not null,
    number int not null,
    position int not null,
    channel text not null,
    oldest_due date not null,
    planned_on date not null,
    passed_over int[] not null,
    made_on date not null,
    made_at timestamptz not null,
    status text not null check (status in ('OPEN', 'WAITING', 'DONE', 'FAILED', 'SKIPPED')),
    reason text,
    due_on date not null,
    due_at timestamptz,
    attempts int not null,
    leased_until timestamptz,
    assigned_to uuid,
    contact_record_id uuid,
    letter_id uuid,
    installment_id uuid,
    ended_at timestamptz,
    ended_by uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, strategy_id, number, position) references strategy_step,
    foreign key (tenant_id, assigned_to) references app_user,
    foreign key (tenant_id, contact_record_id) references contact_record,
    check ((status in ('OPEN', 'WAITING')) = (ended_at is null)),
    check ((status in ('SKIPPED', 'FAILED')) = (reason is not null)),
    check ((status = 'WAITING') = (due_at is not null))
);
comment on column strategy_action.passed_over is 'positions of steps that were reached too and not done: this one came after them';
comment on column strategy_action.made_on is 'the business date of the run that made it';
comment on column strategy_action.due_on is 'the business day on which it is to be done';
comment on column strategy_action.due_at is 'when it is tried next; only while it waits to go out by itself';
comment on column strategy_action.installment_id is 'of what our own people are told of: one that is due first';
comment on column strategy_action.assigned_to is 'whom the task was given to; null: whom the step names';
-- One step on each day of the line, and one each day: whoever comes second makes nothing. What was skipped may be reached again.
create unique index strategy_action_once on strategy_action (tenant_id, customer_id, oldest_due, planned_on) where status <> 'SKIPPED';
create unique index strategy_action_a_day on strategy_action (tenant_id, customer_id, made_on) where status <> 'SKIPPED';
create unique index strategy_action_open_task on strategy_action (tenant_id, customer_id) where status = 'OPEN';
create index strategy_action_waiting on strategy_action (tenant_id, due_at) where status = 'WAITING';
create index strategy_action_told on strategy_action (tenant_id, customer_id) where channel = 'ROBOT';
create index strategy_action_living on strategy_action (tenant_id, due_on, id) where ended_at is null;
create index strategy_action_due on strategy_action (tenant_id, due_on, id);
create index strategy_action_customer on strategy_action (tenant_id, customer_id, made_at desc, id desc);
call confine('strategy_action',
    'select, insert, update (version, status, reason, due_on, due_at, attempts, leased_until, assigned_to, contact_record_id, letter_id, ended_at, ended_by)');

-- For a while nobody is reminded by a strategy: of a receivable, a customer, or the whole tenant.
create table dunning_pause (
    tenant_id uuid not null,
    id uuid not null,
    version int not null,
    customer_id uuid,
    receivable_id uuid,
    reason text not null,
    from_date date not null,
    until_date date not null,
    paused_at timestamptz not null,
    paused_by uuid,
    ended_on date,
    ended_at timestamptz,
    ended_by uuid,
    end_reason text,
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant,
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, receivable_id) references receivable,
    check (until_date >= from_date),
    check (receivable_id is null or customer_id is not null),
    check ((ended_on is null) = (ended_at is null))
);
comment on column dunning_pause.customer_id is 'of a receivable: whose it is; null: the whole tenant is paused';
comment on column dunning_pause.until_date is 'its last day';
comment on column dunning_pause.ended_on is 'the business date on which a person ended it, from which on it does not count';
create index dunning_pause_newest on dunning_pause (tenant_id, paused_at desc, id desc);
create index dunning_pause_live on dunning_pause (tenant_id, until_date) where ended_on is null;
create index dunning_pause_customer on dunning_pause (tenant_id, customer_id);
call confine('dunning_pause', 'select, insert, update (version, ended_on, ended_at, ended_by, end_reason)');

create function live_pause(p_tenant uuid, p_as_of date)
returns table (pause_id uuid, customer_id uuid, receivable_id uuid)
language sql stable parallel safe
as $$
    select p.id, p.customer_id, p.receivable_id from dunning_pause p
    where p.tenant_id = p_tenant and p.until_date >= p_as_of and p.from_date <= p_as_of and (p.ended_on is null or p.ended_on > p_as_of)
$$;
grant execute on function live_pause to ${app_role};

-- What strategies look at as of a day: what may be dunned, and whether it is paused.
create function strategy_share(p_tenant uuid, p_as_of date)
returns table (customer_id uuid, currency text, due_date date, amount numeric, paused boolean)
language sql stable parallel safe
as $$
    select d.customer_id, d.currency, d.due_date, d.amount,
        exists (select from live_pause(p_tenant, p_as_of) p where p.customer_id is null)
            or d.customer_id in (
                select p.customer_id from live_pause(p_tenant, p_as_of) p where p.customer_id is not null and p.receivable_id is null)
            or d.receivable_id in (select p.receivable_id from live_pause(p_tenant, p_as_of) p where p.receivable_id is not null)
    from dunning_share(p_tenant, p_as_of) d
$$;
grant execute on function strategy_share to ${app_role};

-- The strategy that each customer follows: that of the most specific segment which has an active version. A strategy that is named counts with the named version, as
-- if that were active.
create function followed_strategy(p_tenant uuid, p_strategy uuid, p_number int)
returns table (customer_id uuid, class text, strategy_id uuid, number int)
language sql stable parallel safe
as $$
    with followed as (
        select g.class, g.region, v.strategy_id, v.number
        from strategy_segment g
        join strategy_version v on v.tenant_id = p_tenant and v.strategy_id = g.strategy_id
            and case when v.strategy_id = p_strategy then v.number = p_number else v.status = 'ACTIVE' end
        where g.tenant_id = p_tenant)
    select c.id, k.class, coalesce(a.strategy_id, b.strategy_id, d.strategy_id, e.strategy_id), coalesce(a.number, b.number, d.number, e.number)
    from customer c
    left join debtor_class k on k.tenant_id = p_tenant and k.customer_id = c.id
    left join followed a on a.class = k.class and a.region = c.region
    left join followed b on b.class = k.class and b.region = ''
    left join followed d on d.class = '' and d.region = c.region
    left join followed e on e.class = '' and e.region = ''
    where c.tenant_id = p_tenant
$$;
grant execute on function followed_strategy to ${app_role};

-- What is done with each customer of whom something may be dunned on a day, and why not with the others: what a preview shows and a run does. What is open is read
-- once; steps meet the distinct oldest due dates, and then the customers.
-- p_strategy and p_number: as in followed_strategy. p_at: the moment as of which contacts count. p_quiet: whole days between two automatic contacts.
create function strategy_verdict(p_tenant uuid, p_as_of date, p_strategy uuid, p_number int, p_at timestamptz, p_quiet int)
returns table (
    customer_id uuid, strategy_id uuid, number int, verdict text, step int, channel text, oldest_due date, planned_on date,
    passed_over int[])
language sql stable parallel safe
as $$
    with owed as materialized (
        select s.customer_id, s.currency, s.due_date, s.paused, sum(s.amount) as amount
        from strategy_share(p_tenant, p_as_of) s
        group by s.customer_id, s.currency, s.due_date, s.paused),
    debtor as materialized (
        select o.customer_id, min(o.due_date) filter (where not o.paused) as oldest_due from owed o group by o.customer_id),
    stake as (
        select d.customer_id, array_agg(d.currency) as currencies, array_agg(d.amount) as amounts
        from (
            select o.customer_id, o.currency, sum(o.amount) as amount
            from owed o
            join debtor b on b.customer_id = o.customer_id
            where not o.paused and o.due_date <= greatest(p_as_of, b.oldest_due)
            group by o.customer_id, o.currency) d
        group by d.customer_id),
    follower as materialized (
        select b.customer_id, b.oldest_due, f.class, f.strategy_id, f.number
        from debtor b
        join followed_strategy(p_tenant, p_strategy, p_number) f on f.customer_id = b.customer_id),
    progress as (
        select a.customer_id, a.oldest_due, max(a.planned_on) as reached
        from strategy_action a
        where a.tenant_id = p_tenant and a.status <> 'SKIPPED' and a.made_on <= p_as_of
        group by a.customer_id, a.oldest_due),
    today as (
        select a.customer_id from strategy_action a
        where a.tenant_id = p_tenant and a.status <> 'SKIPPED' and a.made_on = p_as_of),
    unkept as (
        select b.customer_id, count(*) as promises
        from promise p
        join debtor b on b.customer_id = p.customer_id
        where p.tenant_id = p_tenant and p.status in ('PARTIALLY_KEPT', 'BROKEN') and p.window_end >= b.oldest_due
        group by b.customer_id),
    day as materialized (
        select w.day, w.works, sum(w.works) over (order by w.day) as n
        from (
            select g.day::date as day, case when coalesce(h.workday, extract(isodow from g.day) < 6) then 1 else 0 end as works
            from generate_series(
                (select min(b.oldest_due) from debtor b) - 150, (select greatest(p_as_of, max(b.oldest_due)) from debtor b), interval '1 day') g (day)
            left join holiday h on h.tenant_id = p_tenant and h.day = g.day::date) w),
    step as materialized (
        select s.* from strategy_step s
        where s.tenant_id = p_tenant and (s.strategy_id, s.number) in (select f.strategy_id, f.number from follower f)),
    reach as materialized (
        select s.strategy_id, s.number, s.position, o.oldest_due,
            case when s.business_days and s.day <> 0 then b.day else o.oldest_due + s.day end as first_on
        from step s
        cross join (select distinct f.oldest_due from follower f where f.oldest_due is not null) o
        join day a on a.day = o.oldest_due
        left join day b on b.works = 1 and s.business_days
            and b.n = case when s.day > 0 then a.n + s.day else a.n - a.works + 1 + s.day end),
    candidate as (
        select f.customer_id, s.position, s.channel, g.reached,
            case when s.repeat_days is null or coalesce(p_as_of < r.first_on, true) then r.first_on
                else greatest(r.first_on, g.reached)
                    + (p_as_of - greatest(r.first_on, g.reached)) / e.every * e.every end as planned_on,
            s.classes = '{}' or coalesce(f.class = any(s.classes), false) as for_class,
            s.minimum_currencies = '{}' or exists (
                select from unnest(k.currencies, k.amounts) as m (currency, amount)
                where m.amount >= coalesce(s.minimum_amounts[array_position(s.minimum_currencies, m.currency)], 0)) as enough
        from follower f
        join step s on s.strategy_id = f.strategy_id and s.number = f.number
        join reach r on r.strategy_id = s.strategy_id and r.number = s.number and r.position = s.position and r.oldest_due = f.oldest_due
        join stake k on k.customer_id = f.customer_id
        left join progress g on g.customer_id = f.customer_id and g.oldest_due = f.oldest_due
        left join unkept u on u.customer_id = f.customer_id
        cross join lateral (
            select greatest(s.fewest_days, s.repeat_days - s.sooner_days * coalesce(u.promises, 0)::int) as every) e),
    judged as (
        select c.customer_id,
            bool_or(c.planned_on <= p_as_of) as reached,
            bool_or(c.is_open) as is_open,
            bool_or(c.is_open and c.for_class) as for_class,
            (array_agg(c.position order by c.planned_on desc, c.position desc) filter (where c.fits))[1] as position,
            (array_agg(c.channel order by c.planned_on desc, c.position desc) filter (where c.fits))[1] as channel,
            max(c.planned_on) filter (where c.fits) as planned_on,
            array_agg(c.position order by c.position) filter (where c.fits) as fitting
        from (
            select n.*, n.is_open and n.for_class and n.enough as fits
            from (
                select m.*, coalesce(m.planned_on <= p_as_of and (m.reached is null or m.planned_on > m.reached), false) as is_open
                from candidate m) n) c
        group by c.customer_id)
    select f.customer_id, f.strategy_id, f.number,
        case
            when f.strategy_id is null then 'NO_STRATEGY'
            when f.oldest_due is null then 'PAUSED'
            when j.position is null then case
                when j.for_class then 'BELOW_MINIMUM'
                when j.is_open then 'NOT_FOR_CLASS'
                when j.reached then 'DONE'
                else 'NOT_YET' end
            when t.customer_id is not null then 'DONE'
            when q.quiet then 'QUIET'
            else 'DUE' end,
        j.position, j.channel, f.oldest_due, j.planned_on, array_remove(coalesce(j.fitting, '{}'), j.position)
    from follower f
    left join judged j on j.customer_id = f.customer_id
    left join today t on t.customer_id = f.customer_id
    left join strategy_version v on v.tenant_id = p_tenant and v.strategy_id = f.strategy_id and v.number = f.number
    left join lateral (
        select greatest(
                case when j.channel in ('EMAIL', 'LETTER') then (m.last_automatic_at at time zone z.time_zone)::date + p_quiet end,
                (m.last_at at time zone z.time_zone)::date + v.quiet_days) >= p_as_of as quiet
        from contacts_made(p_tenant, p_at) m
        join tenant z on z.tenant_id = p_tenant
        where m.customer_id = j.customer_id and j.channel <> 'ROBOT'
        offset 0) q on true
$$;
grant execute on function strategy_verdict to ${app_role};

alter table alert drop constraint alert_type_check;
alter table alert add constraint alert_type_check check (type ~ '^[A-Z][A-Z_]+$') not valid;
alter table job_run drop constraint job_run_job_check;
alter table job_run add constraint job_run_job_check check (job ~ '^[A-Z][A-Z_]+$') not valid;
