-- Confines a table to the tenant of the transaction and grants the application's role the named rights, no more.
-- Row-level security is the second lock: every statement names the tenant in its own WHERE as well.
create procedure confine(p_table regclass, p_rights text)
language plpgsql as $$
begin
    execute format('alter table %s enable row level security', p_table);
    execute format(
        'create policy tenant_isolation on %s using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', p_table);
    execute format('grant %s on %s to ${app_role}', p_rights, p_table);
end $$;

-- What must be known before a tenant is: readable by all, so it never carries settings.
-- The id is made from the code by name, which makes codes unique without a key that lacks the tenant.
create table tenant (
    tenant_id uuid not null primary key,
    code text not null,
    name text not null,
    time_zone text not null,
    base_currency text not null,
    created_at timestamptz not null
);
alter table tenant enable row level security;
create policy tenant_readable on tenant for select using (true);
create policy tenant_introduced on tenant for insert with check (true);
grant select, insert on tenant to ${app_role};

create table tenant_settings (
    tenant_id uuid not null primary key references tenant,
    version int not null default 1,
    aging_buckets int[] not null default '{30,60,90}',
    due_soon_days int not null default 7,
    sell_through_threshold numeric not null default 0.8,
    default_terms text not null default '1:30',
    business_day_roll text not null default 'FOLLOWING',
    job_hour int not null default 6,
    plan_grace_days int not null default 7,
    broken_plan_policy text not null default 'ACCELERATE',
    auto_apply_unapplied boolean not null default false,
    auto_approval_max_total numeric,
    auto_approval_currency text,
    auto_approval_max_installments int,
    auto_approval_max_days int,
    auto_approval_min_first_share numeric,
    closed_through date
);
comment on column tenant_settings.aging_buckets is 'upper days of the aging buckets, ascending';
comment on column tenant_settings.default_terms is 'payment terms in their text form: share:days[E], rows parted by commas; E counts from the end of the month';
call confine('tenant_settings', 'select, insert, update');

create table holiday (
    tenant_id uuid not null,
    day date not null,
    name text not null,
    workday boolean not null,
    primary key (tenant_id, day),
    foreign key (tenant_id) references tenant
);
comment on column holiday.workday is 'a weekend day that is worked';
call confine('holiday', 'select, insert, update, delete');

create table app_user (
    tenant_id uuid not null,
    id uuid not null,
    subject text,
    email text,
    name text not null,
    roles text[] not null,
    region text,
    customer_id uuid,
    active boolean not null default true,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant
);
comment on column app_user.subject is 'sub of the token; null while pending, known only by an e-mail address';
create unique index app_user_subject on app_user (tenant_id, subject);
create unique index app_user_pending on app_user (tenant_id, lower(email)) where subject is null;
create index app_user_email on app_user (tenant_id, lower(email));
call confine('app_user', 'select, insert, update');

create table client_key (
    tenant_id uuid not null,
    user_id uuid not null,
    mutation text not null,
    key text not null,
    input_hash text not null,
    result_id uuid,
    used_at timestamptz not null,
    primary key (tenant_id, user_id, mutation, key)
);
call confine('client_key', 'select, insert, update (result_id)');
