create table contact_record (
    tenant_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    contact_person_id uuid,
    channel text not null,
    direction text not null,
    outcome text not null,
    occurred_at timestamptz not null,
    duration_seconds int check (duration_seconds >= 0),
    summary text not null,
    feedback text,
    next_action text,
    next_action_on date,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, contact_person_id) references contact_person,
    foreign key (tenant_id, recorded_by) references app_user
);
create index contact_record_customer on contact_record (tenant_id, customer_id, occurred_at desc, id desc);
create index contact_record_person on contact_record (tenant_id, contact_person_id) where contact_person_id is not null;
call confine('contact_record', 'select, insert, update (summary, feedback, next_action)');

create table contact_record_receivable (
    tenant_id uuid not null,
    contact_record_id uuid not null,
    receivable_id uuid not null,
    primary key (tenant_id, contact_record_id, receivable_id),
    foreign key (tenant_id, contact_record_id) references contact_record,
    foreign key (tenant_id, receivable_id) references receivable
);
call confine('contact_record_receivable', 'select, insert');
