-- What is to be told to whom: written in the transaction that raised the alert, delivered after it, at least once, under a stable id.
create table outbox (
    tenant_id uuid not null,
    id uuid not null,
    alert_id uuid not null,
    occurrence int not null,
    recipient_id uuid,
    channel text not null check (channel in ('LOG')),
    state text not null check (state in ('PENDING', 'SENT', 'CANCELLED', 'DEAD')),
    attempts int not null default 0,
    due_at timestamptz not null,
    leased_until timestamptz,
    created_at timestamptz not null,
    finished_at timestamptz,
    remark text,
    primary key (tenant_id, id),
    unique nulls not distinct (tenant_id, alert_id, occurrence, recipient_id, channel),
    foreign key (tenant_id, alert_id) references alert,
    foreign key (tenant_id, recipient_id) references app_user,
    check ((state = 'PENDING') = (finished_at is null))
);
comment on column outbox.recipient_id is 'null where nobody could be found: the channel decides';
comment on column outbox.remark is 'why it was cancelled, or why the last attempt failed; no personal data';
create index outbox_pending on outbox (tenant_id, due_at) where state = 'PENDING';
create index outbox_dead on outbox (tenant_id, finished_at) where state = 'DEAD';
call confine('outbox', 'select, insert, update (state, attempts, due_at, leased_until, finished_at, remark)');
