-- Who came in and who was turned away. Lines are added and never changed; the owner may remove old ones.
create table audit_event (
    tenant_id uuid not null,
    id uuid not null,
    happened_at timestamptz not null,
    kind text not null check (kind in ('SIGNED_IN', 'SIGN_IN_REFUSED', 'ACCESS_REFUSED')),
    user_id uuid,
    who text not null,
    what text not null,
    address text not null,
    user_agent text not null,
    held_back int not null,
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant,
    foreign key (tenant_id, user_id) references app_user
);
comment on column audit_event.held_back is 'how often the same happened since the line before without a line of its own';
create index audit_event_happened on audit_event (tenant_id, happened_at desc, id desc);
create index audit_event_user on audit_event (tenant_id, user_id, happened_at desc, id desc) where user_id is not null;
call confine('audit_event', 'select, insert');
