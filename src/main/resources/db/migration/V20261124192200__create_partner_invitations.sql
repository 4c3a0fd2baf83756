-- Invitations of customers' own people. Whoever brings the secret, once and in time, becomes one of that customer's people. Of the secret there is only its hash.
create table partner_invitation (
    tenant_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    email text not null,
    name text not null,
    secret_hash text not null,
    invited_at timestamptz not null,
    invited_by uuid not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    accepted_by uuid,
    replaced_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, secret_hash),
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, accepted_by) references app_user,
    check ((accepted_at is null) = (accepted_by is null))
);
comment on column partner_invitation.secret_hash is 'SHA-256 of the secret, in hex';
comment on column partner_invitation.replaced_at is 'when a later invitation of the same address took its place, or the person was removed';
create unique index partner_invitation_open on partner_invitation (tenant_id, customer_id, lower(email))
    where accepted_at is null and replaced_at is null;
create index partner_invitation_accepted on partner_invitation (tenant_id, accepted_by) where accepted_by is not null;
call confine('partner_invitation', 'select, insert, update (accepted_at, accepted_by, replaced_at)');

create index app_user_customer on app_user (tenant_id, customer_id, name, id) where customer_id is not null;
