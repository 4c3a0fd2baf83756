-- An identifier that grows with time (version 7 of RFC 9562), for rows that are made by a statement and not by the application.
create function time_ordered_id() returns uuid
language sql volatile parallel safe
as $$
    select encode(
        set_bit(set_bit(
            overlay(uuid_send(gen_random_uuid())
                placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
            52, 1), 53, 1),
        'hex')::uuid
$$;
grant execute on function time_ordered_id to ${app_role};

-- Whether a user may see a customer: the form of io.huikuan.kernel.identity.Visibility for users other than the one who asks.
create function sees_customer(
    p_active boolean, p_roles text[], p_user_region text, p_user_id uuid, p_owner_id uuid, p_customer_region text) returns boolean
language sql immutable parallel safe
as $$
    select p_active and coalesce(
        p_roles && array['ADMIN', 'FINANCE']
        or ('MANAGER' = any(p_roles) and (p_user_region is null or p_user_region = p_customer_region))
        or ('REP' = any(p_roles) and p_user_id = p_owner_id), false)
$$;
grant execute on function sees_customer to ${app_role};

-- What somebody should look at. The cause is told by type, subject, date and key; it has one alert, which is reopened when the cause returns.
create table alert (
    tenant_id uuid not null,
    id uuid not null,
    type text not null
        check (type in ('INSTALLMENT_DUE_SOON', 'INSTALLMENT_OVERDUE', 'SELL_THROUGH_REACHED', 'PLAN_BROKEN', 'DATA_QUALITY')),
    subject_id uuid not null,
    cause_date date not null,
    cause_key text not null,
    customer_id uuid not null,
    severity text not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
    status text not null check (status in ('OPEN', 'ACKNOWLEDGED', 'SNOOZED', 'RESOLVED')),
    occurrence int not null,
    amount numeric,
    currency text,
    rate numeric,
    raised_at timestamptz not null,
    business_date date not null,
    assigned_to uuid,
    snoozed_until date,
    resolved_at timestamptz,
    resolved_on date,
    resolved_by uuid,
    resolved_because text,
    primary key (tenant_id, id),
    unique (tenant_id, type, subject_id, cause_date, cause_key),
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, assigned_to) references app_user,
    check ((status = 'RESOLVED') = (resolved_at is not null)),
    check ((status = 'SNOOZED') = (snoozed_until is not null))
);
comment on column alert.cause_date is 'the due date, the start of the stock cycle, the day a plan broke, the day a report is about';
comment on column alert.cause_key is 'tells causes of one subject and day apart; empty where there can be only one';
comment on column alert.amount is 'what is at stake: kept up to date while the alert lives';
comment on column alert.business_date is 'the date as of which it was last raised';
comment on column alert.assigned_to is 'whom it was given to by hand; null: it is the customer''s owner''s';
comment on column alert.resolved_by is 'the person who resolved it; null when its cause went away';
create index alert_raised on alert (tenant_id, raised_at desc, id desc);
create index alert_unresolved on alert (tenant_id, raised_at desc, id desc) where status <> 'RESOLVED';
create index alert_customer on alert (tenant_id, customer_id, raised_at desc, id desc);
create index alert_living on alert (tenant_id, type, customer_id) where status <> 'RESOLVED';
create index alert_assigned on alert (tenant_id, assigned_to) where assigned_to is not null;
call confine(
    'alert',
    'select, insert, update (severity, status, occurrence, amount, currency, rate, raised_at, business_date, assigned_to, snoozed_until,'
        || ' resolved_at, resolved_on, resolved_by, resolved_because)');

-- Every time an alert was raised or reopened.
create table alert_event (
    tenant_id uuid not null,
    alert_id uuid not null,
    occurrence int not null,
    batch_id uuid not null,
    primary key (tenant_id, alert_id, occurrence),
    foreign key (tenant_id, alert_id) references alert
);
create index alert_event_batch on alert_event (tenant_id, batch_id);
call confine('alert_event', 'select, insert');

-- All that one transaction raised: what a node is told of, and what it reads again when it was cut off.
create table alert_batch (
    tenant_id uuid not null,
    id uuid not null,
    made_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant
);
create index alert_batch_made on alert_batch (tenant_id, made_at);
call confine('alert_batch', 'select, insert');
