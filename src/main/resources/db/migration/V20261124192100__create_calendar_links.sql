-- Secret links to a partner's calendar of installments. Of the secret there is only its hash; a person has one link at a time.
create table calendar_link (
    tenant_id uuid not null,
    id uuid not null,
    user_id uuid not null,
    customer_id uuid not null,
    secret_hash text not null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, secret_hash),
    foreign key (tenant_id, user_id) references app_user,
    foreign key (tenant_id, customer_id) references customer
);
comment on column calendar_link.secret_hash is 'SHA-256 of the secret, in hex';
create unique index calendar_link_live on calendar_link (tenant_id, user_id) where revoked_at is null;
call confine('calendar_link', 'select, insert, update (revoked_at)');
