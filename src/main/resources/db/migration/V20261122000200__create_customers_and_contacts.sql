create table customer (
    tenant_id uuid not null,
    id uuid not null,
    version int not null,
    code text not null,
    name text not null,
    legal_name text,
    kind text not null check (kind in ('DISTRIBUTOR', 'RETAILER', 'DIRECT')),
    status text not null check (status in ('PROSPECT', 'ACTIVE', 'ON_HOLD', 'CLOSED')),
    grade text check (grade in ('A', 'B', 'C', 'D', 'E')),
    region text,
    time_zone text,
    owner_id uuid,
    credit_limit_amount numeric check (credit_limit_amount >= 0),
    credit_limit_currency text,
    terms text,
    sell_through_threshold numeric,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, code),
    foreign key (tenant_id) references tenant,
    foreign key (tenant_id, owner_id) references app_user
);
comment on column customer.time_zone is 'null: the tenant''s';
comment on column customer.terms is 'payment terms in their text form; null: the tenant''s';
create index customer_name on customer (tenant_id, name, id);
create index customer_owner on customer (tenant_id, owner_id);
create index customer_region on customer (tenant_id, region);
call confine('customer', 'select, insert, update');

alter table app_user add foreign key (tenant_id, customer_id) references customer;

create table contact_person (
    tenant_id uuid not null,
    id uuid not null,
    version int not null,
    customer_id uuid not null,
    name text not null,
    job_title text,
    decision_role text check (decision_role in ('DECIDES', 'INFLUENCES', 'PROCESSES', 'BLOCKS')),
    influence int check (influence between 1 and 5),
    phone text,
    email text,
    preferred_from time,
    preferred_to time,
    reports_to_id uuid,
    relationship_owner_id uuid,
    source_key text,
    erased_at timestamptz,
    erased_reason text,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, reports_to_id) references contact_person,
    foreign key (tenant_id, relationship_owner_id) references app_user
);
comment on column contact_person.source_key is 'the number that an imported person has in its source';
create index contact_person_customer on contact_person (tenant_id, customer_id, name, id);
create unique index contact_person_source on contact_person (tenant_id, customer_id, source_key);
call confine('contact_person', 'select, insert, update');
