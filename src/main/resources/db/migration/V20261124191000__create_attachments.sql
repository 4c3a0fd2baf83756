-- A file that was announced and whose bytes have not come yet. When they do it moves into attachment, under the same id; else it is swept away.
create table attachment_upload (
    tenant_id uuid not null,
    id uuid not null,
    contact_record_id uuid not null,
    name text not null,
    content_type text not null,
    size int not null check (size > 0),
    requested_by uuid not null,
    requested_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, contact_record_id) references contact_record,
    foreign key (tenant_id, requested_by) references app_user
);
create index attachment_upload_record on attachment_upload (tenant_id, contact_record_id);
create index attachment_upload_requested on attachment_upload (tenant_id, requested_at);
call confine('attachment_upload', 'select, insert, delete');

-- A file that belongs to a contact record and is there as a whole.
create table attachment (
    tenant_id uuid not null,
    id uuid not null,
    contact_record_id uuid not null,
    name text not null,
    content_type text not null,
    size int not null check (size > 0),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    uploaded_by uuid not null,
    uploaded_at timestamptz not null,
    erased_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, contact_record_id) references contact_record,
    foreign key (tenant_id, uploaded_by) references app_user
);
comment on column attachment.erased_at is 'when its bytes were erased with a contact person; the rest tells that it was there';
create index attachment_record on attachment (tenant_id, contact_record_id, uploaded_at, id);
call confine('attachment', 'select, insert, update (name, erased_at)');

-- The bytes, where PostgreSQL keeps them. Photos are packed already: packing them again would only take time.
create table attachment_content (
    tenant_id uuid not null,
    attachment_id uuid not null,
    bytes bytea not null check (octet_length(bytes) between 1 and 5242880),
    primary key (tenant_id, attachment_id),
    foreign key (tenant_id, attachment_id) references attachment
);
alter table attachment_content alter column bytes set storage external;
call confine('attachment_content', 'select, insert, delete');
