-- An escalation: a customer that does not pay is asked ever more firmly, one live case at a time. The row says where it stands; how it came there is in its events.
create table escalation (
    tenant_id uuid not null,
    id uuid not null,
    version int not null,
    customer_id uuid not null,
    number text not null,
    status text not null check (status in ('OPEN', 'LIFTED', 'CLOSED')),
    stage text not null check (stage in ('REMINDER', 'FIRM', 'FINAL_NOTICE', 'LEGAL', 'AGENCY')),
    stage_since date not null,
    warned_of text check (warned_of in ('FIRM', 'FINAL_NOTICE', 'LEGAL', 'AGENCY')),
    warned_until date,
    reason text not null,
    opened_on date not null,
    opened_at timestamptz not null,
    opened_by uuid,
    lead_id uuid,
    second_voice_id uuid,
    manager_id uuid,
    visitor_id uuid,
    visit_on date,
    ended_on date,
    ended_at timestamptz,
    ended_by uuid,
    ended_because text check (ended_because in ('PAYMENT', 'PLAN', 'CREDIT', 'PERSON')),
    ended_reason text,
    receipt_id uuid,
    primary key (tenant_id, id),
    unique (tenant_id, number),
    foreign key (tenant_id, customer_id) references customer,
    check ((status = 'OPEN') = (ended_on is null)),
    check (num_nulls(ended_on, ended_at, ended_because) in (0, 3)),
    check ((warned_of is null) = (warned_until is null)),
    check ((visitor_id is null) = (visit_on is null))
);
comment on column escalation.stage_since is 'the business date on which the stage was reached, or its letter repeated';
comment on column escalation.warned_until is 'the last day on which the customer may pay before warned_of follows; null: nothing was warned of, or the warning is void';
comment on column escalation.visitor_id is 'our leader who is to visit the customer; null: no visit is planned';
comment on column escalation.ended_by is 'null: no person did, it ended with the money';
comment on column escalation.receipt_id is 'the letter that thanked for the payment which ended it; there is one at most';
create unique index escalation_open on escalation (tenant_id, customer_id) where status = 'OPEN';
create index escalation_customer on escalation (tenant_id, customer_id, opened_at desc, id desc);
create index escalation_newest on escalation (tenant_id, opened_at desc, id desc);
create index escalation_warned on escalation (tenant_id, warned_until) where status = 'OPEN';
call confine('escalation', 'select, insert, update (version, status, stage, stage_since, warned_of, warned_until, lead_id, second_voice_id, manager_id,'
    || ' visitor_id, visit_on, ended_on, ended_at, ended_by, ended_because, ended_reason, receipt_id)');

-- A stage that somebody wants to reach, and what became of the wish. A REMINDER is decided by itself.
create table escalation_step (
    tenant_id uuid not null,
    id uuid not null,
    escalation_id uuid not null,
    customer_id uuid not null,
    stage text not null check (stage in ('REMINDER', 'FIRM', 'FINAL_NOTICE', 'LEGAL', 'AGENCY')),
    warns_of text check (warns_of in ('FIRM', 'FINAL_NOTICE', 'LEGAL', 'AGENCY')),
    days int check (days > 0),
    route text not null check (route in ('EMAIL', 'PRINT')),
    with_statement boolean not null,
    reason text not null,
    status text not null check (status in ('PROPOSED', 'APPROVED', 'REJECTED', 'REPLACED', 'LAPSED')),
    proposed_at timestamptz not null,
    proposed_by uuid,
    decided_at timestamptz,
    decided_by uuid,
    note text,
    letter_id uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, escalation_id) references escalation,
    check ((status = 'PROPOSED') = (decided_at is null)),
    check ((warns_of is null) = (days is null))
);
comment on column escalation_step.days is 'the deadline of its warning is so many days after the letter';
create unique index escalation_step_proposed on escalation_step (tenant_id, escalation_id) where status = 'PROPOSED';
create index escalation_step_escalation on escalation_step (tenant_id, escalation_id, proposed_at);
call confine('escalation_step', 'select, insert, update (status, decided_at, decided_by, note, letter_id)');

-- What is done beside the letters. hold_id: the stop of supply by which it works.
create table escalation_measure (
    tenant_id uuid not null,
    id uuid not null,
    version int not null,
    escalation_id uuid not null,
    customer_id uuid not null,
    kind text not null check (kind in (
        'REDUCE_SUPPLY', 'STOP_SUPPLY', 'WITHDRAW_PRICE_TERMS', 'WITHHOLD_REBATE', 'REDUCE_TERRITORY', 'NAME_STANDBY_DISTRIBUTOR')),
    details text,
    reason text not null,
    until_date date,
    status text not null check (status in ('PROPOSED', 'IN_FORCE', 'REJECTED', 'REPLACED', 'LAPSED', 'LIFTED', 'TO_DECIDE')),
    proposed_at timestamptz not null,
    proposed_by uuid,
    decided_at timestamptz,
    decided_by uuid,
    decision_note text,
    in_force_from date,
    hold_id uuid,
    lifted_on date,
    lifted_at timestamptz,
    lifted_by uuid,
    lifted_because text check (lifted_because in ('PAYMENT', 'PLAN', 'CREDIT', 'PERSON')),
    lift_reason text,
    primary key (tenant_id, id),
    foreign key (tenant_id, escalation_id) references escalation,
    foreign key (tenant_id, hold_id) references credit_hold,
    check ((status = 'LIFTED') = (lifted_on is not null)),
    check (num_nulls(lifted_on, lifted_at, lifted_because) in (0, 3)),
    check (status <> 'IN_FORCE' or in_force_from is not null)
);
comment on column escalation_measure.details is 'which price terms, rebate, territory or distributor';
comment on column escalation_measure.status is 'TO_DECIDE: it was lifted by money that went back, and a manager decides anew';
create unique index escalation_measure_waiting on escalation_measure (tenant_id, escalation_id, kind) where status in ('PROPOSED', 'TO_DECIDE');
create index escalation_measure_escalation on escalation_measure (tenant_id, escalation_id, proposed_at desc, id desc);
create index escalation_measure_hold on escalation_measure (tenant_id, hold_id) where hold_id is not null;
call confine('escalation_measure', 'select, insert, update (version, status, decided_at, decided_by, decision_note, in_force_from, hold_id, lifted_on,'
    || ' lifted_at, lifted_by, lifted_because, lift_reason)');

-- What happened, in order: who proposed and who decided can always be told.
create table escalation_event (
    tenant_id uuid not null,
    id uuid not null,
    escalation_id uuid not null,
    customer_id uuid not null,
    kind text not null,
    stage text,
    measure_kind text,
    measure_id uuid,
    letter_id uuid,
    contact_record_id uuid,
    note text,
    happened_at timestamptz not null,
    happened_by uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, escalation_id) references escalation,
    foreign key (tenant_id, contact_record_id) references contact_record
);
comment on column escalation_event.happened_by is 'null: no person did';
create index escalation_event_escalation on escalation_event (tenant_id, escalation_id, happened_at, id);
call confine('escalation_event', 'select, insert');

-- The escalations whose warning has run out unheeded as of a day, while something overdue may be asked for and nobody has proposed what is next.
-- What is overdue is looked up case by case: there are few of them.
create function escalation_due(p_tenant uuid, p_as_of date)
returns table (escalation_id uuid, customer_id uuid, warned_of text, warned_until date, lead_id uuid)
language sql stable parallel safe
as $$
    select e.id, e.customer_id, e.warned_of, e.warned_until, e.lead_id
    from escalation e
    where e.tenant_id = p_tenant and e.status = 'OPEN' and e.warned_until < p_as_of
        and not exists (select from escalation_step s where s.tenant_id = p_tenant and s.escalation_id = e.id and s.status = 'PROPOSED')
        and exists (
            select from dunning_share(p_tenant, p_as_of) d where d.customer_id = e.customer_id and d.due_date < p_as_of offset 0)
$$;
grant execute on function escalation_due to ${app_role};

-- A stop of supply can come from an escalation, which releases it for good.
alter table credit_hold drop constraint credit_hold_cause_check;
alter table credit_hold add constraint credit_hold_cause_check
    check (cause in ('OVERDUE', 'OVER_LIMIT', 'BROKEN_PLAN', 'DISPUTE', 'RISK', 'ESCALATION', 'SAID_ELSEWHERE', 'OTHER')) not valid;
alter table credit_hold_release drop constraint credit_hold_release_check;
comment on column credit_hold_release.until_date is 'the last day of it; null of a release for good: by payment, or because the escalation behind the hold lifted it';

-- Which types and jobs there are is said by the program, in one place; a column need not repeat it with each new one.
alter table alert drop constraint alert_type_check;
alter table alert add constraint alert_type_check check (type ~ '^[A-Z][A-Z_]+$') not valid;

alter table job_run drop constraint job_run_job_check;
alter table job_run add constraint job_run_job_check check (job ~ '^[A-Z][A-Z_]+$') not valid;
