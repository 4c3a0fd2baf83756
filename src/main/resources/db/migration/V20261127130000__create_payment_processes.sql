-- The way on which a customer pays a claim, and where each claim is on it.
create table payment_process (
    tenant_id uuid not null,
    customer_id uuid not null,
    version int not null,
    changed_at timestamptz not null,
    changed_by uuid,
    primary key (tenant_id, customer_id),
    foreign key (tenant_id, customer_id) references customer
);
call confine('payment_process', 'select, insert, update (version, changed_at, changed_by)');

create table payment_step (
    tenant_id uuid not null,
    customer_id uuid not null,
    number int not null,
    position int,
    name text not null,
    person_id uuid,
    usual_days int check (usual_days >= 0),
    primary key (tenant_id, customer_id, number),
    foreign key (tenant_id, customer_id) references payment_process,
    foreign key (tenant_id, person_id) references contact_person
);
comment on column payment_step.position is 'null: it is no step of the way any more; claims that were in it still say so';
call confine('payment_step', 'select, insert, update (position, name, person_id, usual_days)');

create table claim_step (
    tenant_id uuid not null,
    receivable_id uuid not null,
    number int not null,
    customer_id uuid not null,
    step_number int,
    since date not null,
    note text,
    recorded_at timestamptz not null,
    recorded_by uuid,
    primary key (tenant_id, receivable_id, number),
    foreign key (tenant_id, receivable_id) references receivable,
    foreign key (tenant_id, customer_id, step_number) references payment_step
);
comment on column claim_step.step_number is 'null: it was through';
create index claim_step_customer on claim_step (tenant_id, customer_id, since);
call confine('claim_step', 'select, insert');

-- Where each claim that was ever moved is now. Stuck is one that is open and in a step for longer than is usual there.
create function claim_now(p_tenant uuid, p_as_of date)
returns table (receivable_id uuid, customer_id uuid, number int, step_number int, since date, days int, stuck boolean)
language sql stable parallel safe
as $$
    select c.receivable_id, c.customer_id, c.number, c.step_number, c.since, p_as_of - c.since,
        c.step_number is not null and coalesce(p_as_of - c.since > s.usual_days, false)
            and exists (select from open_share(p_tenant, p_as_of, 'SCHEDULE') o where o.receivable_id = c.receivable_id)
    from claim_step c
    left join payment_step s on s.tenant_id = p_tenant and s.customer_id = c.customer_id and s.number = c.step_number
    where c.tenant_id = p_tenant and not exists (
        select from claim_step n where n.tenant_id = p_tenant and n.receivable_id = c.receivable_id and n.number > c.number)
$$;
grant execute on function claim_now to ${app_role};
