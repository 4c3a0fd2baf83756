create table payment_plan (
    tenant_id uuid not null,
    id uuid not null,
    version int not null,
    customer_id uuid not null,
    number text not null,
    currency text not null,
    status text not null
        check (status in ('PROPOSED', 'ACTIVE', 'COMPLETED', 'BROKEN', 'CANCELLED', 'SUPERSEDED', 'REJECTED')),
    total numeric not null check (total > 0),
    grace_days int not null,
    note text,
    decision_note text,
    proposed_by uuid,
    decided_by uuid,
    effective_from date,
    ended_on date,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, number),
    foreign key (tenant_id, customer_id) references customer
);
create index payment_plan_customer on payment_plan (tenant_id, customer_id, created_at, id);
create index payment_plan_active on payment_plan (tenant_id, status) where status = 'ACTIVE';
call confine('payment_plan', 'select, insert, update');

create table plan_receivable (
    tenant_id uuid not null,
    plan_id uuid not null,
    receivable_id uuid not null,
    primary key (tenant_id, plan_id, receivable_id),
    foreign key (tenant_id, plan_id) references payment_plan,
    foreign key (tenant_id, receivable_id) references receivable
);
create index plan_receivable_receivable on plan_receivable (tenant_id, receivable_id);
call confine('plan_receivable', 'select, insert');

alter table schedule add foreign key (tenant_id, plan_id) references payment_plan;
