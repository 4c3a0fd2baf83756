-- One file that was loaded, or was to be.
create table import_run (
    tenant_id uuid not null,
    id uuid not null,
    kind text not null,
    profile text,
    dry_run boolean not null,
    status text not null check (status in ('RUNNING', 'SUCCEEDED', 'FAILED')),
    rows int not null default 0,
    created int not null default 0,
    updated int not null default 0,
    unchanged int not null default 0,
    rejected int not null default 0,
    errors int not null default 0,
    started_at timestamptz not null,
    finished_at timestamptz,
    started_by uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant,
    foreign key (tenant_id, started_by) references app_user
);
comment on column import_run.errors is 'how many there were; import_error keeps the first hundred';
create index import_run_started on import_run (tenant_id, started_at desc, id desc);
create index import_run_running on import_run (tenant_id) where status = 'RUNNING';
call confine(
    'import_run',
    'select, insert, update (status, rows, created, updated, unchanged, rejected, errors, finished_at)');

-- What was wrong with a file: its first hundred errors, in the order of its rows.
create table import_error (
    tenant_id uuid not null,
    run_id uuid not null,
    position int not null,
    row_number int not null,
    column_name text,
    code text not null,
    message text not null,
    primary key (tenant_id, run_id, position),
    foreign key (tenant_id, run_id) references import_run
);
comment on column import_error.row_number is 'as a spreadsheet shows it: the header is row 1; 0 where the whole file is meant';
call confine('import_error', 'select, insert');

-- How the export of another system is read.
create table import_profile (
    tenant_id uuid not null,
    name text not null,
    kind text not null,
    definition jsonb not null,
    saved_at timestamptz not null,
    saved_by uuid,
    primary key (tenant_id, name),
    foreign key (tenant_id) references tenant,
    foreign key (tenant_id, saved_by) references app_user
);
call confine('import_profile', 'select, insert, update, delete');

-- The payment terms that a source named for a document, by which a repeat of its row is known as such: the due dates that came of them
-- were rolled on the calendar of that time.
create table imported_terms (
    tenant_id uuid not null,
    receivable_id uuid not null,
    terms text not null,
    primary key (tenant_id, receivable_id),
    foreign key (tenant_id, receivable_id) references receivable
);
call confine('imported_terms', 'select, insert');
