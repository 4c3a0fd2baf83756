-- What the daily jobs did: a row for each run, by schedule or by hand.
create table job_run (
    tenant_id uuid not null,
    id uuid not null,
    job text not null check (job in ('INSTALLMENT_ALERTS', 'SELL_THROUGH_ALERTS', 'PLAN_REVIEW')),
    as_of date not null,
    slot date,
    attempt int not null,
    status text not null check (status in ('RUNNING', 'SUCCEEDED', 'FAILED')),
    started_at timestamptz not null,
    finished_at timestamptz,
    started_by uuid,
    examined int not null default 0,
    raised int not null default 0,
    resolved int not null default 0,
    error text,
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant,
    check ((status = 'RUNNING') = (finished_at is null))
);
comment on column job_run.slot is 'the local date whose scheduled run it was; null for a run by hand';
comment on column job_run.attempt is 'above 1 when an earlier run for the same purpose failed or died with its node';
create index job_run_started on job_run (tenant_id, started_at desc, id desc);
create index job_run_of_job on job_run (tenant_id, job, started_at desc, id desc);
create index job_run_running on job_run (tenant_id, job) where status = 'RUNNING';
call confine('job_run', 'select, insert, update (status, finished_at, examined, raised, resolved, error)');

-- The one run that each job has per local date of the tenant, over all nodes: whoever inserts the row has it.
create table job_slot (
    tenant_id uuid not null,
    job text not null,
    local_date date not null,
    attempts int not null,
    next_attempt_at timestamptz not null,
    done_at timestamptz,
    primary key (tenant_id, job, local_date),
    foreign key (tenant_id) references tenant
);
comment on column job_slot.next_attempt_at is 'a run that failed is not tried again before';
call confine('job_slot', 'select, insert, update (attempts, next_attempt_at, done_at)');
