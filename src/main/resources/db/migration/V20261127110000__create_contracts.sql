-- A contract with a customer. What was agreed is in its versions, which are added and never changed.
create table contract (
    tenant_id uuid not null,
    id uuid not null,
    version int not null,
    customer_id uuid not null,
    number text not null,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, number),
    foreign key (tenant_id, customer_id) references customer
);
comment on column contract.version is 'the one that is in force, the latest';
create index contract_customer on contract (tenant_id, customer_id, created_at desc, id desc);
create index contract_newest on contract (tenant_id, created_at desc, id desc);
call confine('contract', 'select, insert, update (version)');

create table contract_version (
    tenant_id uuid not null,
    contract_id uuid not null,
    version int not null,
    title text,
    form text not null check (form in ('WRITTEN', 'ELECTRONIC', 'MESSAGES', 'ORAL')),
    seal text not null check (seal in ('CONTRACT_SEAL', 'COMPANY_SEAL', 'DEPARTMENT_SEAL', 'PERSONAL', 'NONE')),
    due text not null check (due in ('FIXED_DATE', 'DAYS_AFTER_DELIVERY', 'WHEN_SOLD', 'AFTER_PERIOD', 'ON_DEMAND', 'NOT_SAID')),
    due_date date,
    due_days int check (due_days >= 0),
    due_wording text,
    late_fee_rate numeric check (late_fee_rate > 0),
    late_fee_amount numeric check (late_fee_amount > 0),
    late_fee_currency text,
    method text,
    amount numeric check (amount > 0),
    currency text,
    signed_on date,
    valid_from date not null,
    valid_until date,
    flaws text[] not null,
    recorded_at timestamptz not null,
    recorded_by uuid,
    primary key (tenant_id, contract_id, version),
    foreign key (tenant_id, contract_id) references contract,
    check (valid_until >= valid_from),
    check ((amount is null) = (currency is null)),
    check ((late_fee_amount is null) = (late_fee_currency is null)),
    check ((due = 'FIXED_DATE') = (due_date is not null)),
    check ((due = 'DAYS_AFTER_DELIVERY') = (due_days is not null))
);
comment on column contract_version.flaws is 'what is wrong with the clause itself, whatever day it is';
call confine('contract_version', 'select, insert');

-- By what the costs of findings are reckoned; the highest version is in force.
create table contract_policy (
    tenant_id uuid not null,
    version int not null,
    capital_rate numeric not null check (capital_rate > 0 and capital_rate <= 1),
    late_days int not null check (late_days > 0),
    longest_days int not null check (longest_days > 0),
    recorded_at timestamptz not null,
    recorded_by uuid,
    primary key (tenant_id, version),
    foreign key (tenant_id) references tenant
);
call confine('contract_policy', 'select, insert');
