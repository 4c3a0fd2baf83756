-- A phone or browser that takes pushes. Its address is a secret: whoever has it can push to it.
create table device (
    tenant_id uuid not null,
    id uuid not null,
    user_id uuid not null,
    kind text not null check (kind in ('WEB_PUSH', 'FCM')),
    name text not null,
    address text not null,
    fingerprint text not null,
    registered_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, fingerprint),
    foreign key (tenant_id, user_id) references app_user
);
comment on column device.address is 'sealed: the token of FCM, or the endpoint and keys of Web Push';
comment on column device.fingerprint is 'tells whether two registrations are of one device';
create index device_user on device (tenant_id, user_id);
call confine('device', 'select, insert, update (name, address, registered_at), delete');

-- Where a tenant's other systems and groups hear of alerts: webhooks and robots of group chats.
create table notification_endpoint (
    tenant_id uuid not null,
    id uuid not null,
    kind text not null check (kind in ('WEBHOOK', 'WECOM', 'DINGTALK', 'FEISHU')),
    name text not null,
    url text not null,
    host text not null,
    secret text,
    previous_secret text,
    previous_until timestamptz,
    types text[] not null,
    region text,
    language text not null check (language in ('EN', 'ZH_CN')),
    active boolean not null,
    version int not null default 1,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant
);
comment on column notification_endpoint.url is 'sealed: the address of a robot is its key';
comment on column notification_endpoint.secret is 'sealed';
comment on column notification_endpoint.previous_secret is 'sealed; signs too until previous_until';
comment on column notification_endpoint.types is 'the alerts it hears of; empty: of all';
call confine('notification_endpoint', 'select, insert, update, delete');

-- How a person wants to be told, and how the tenant does where the person has not said.
create table notification_settings (
    tenant_id uuid not null,
    owner_id uuid not null,
    version int not null default 1,
    language text check (language in ('EN', 'ZH_CN')),
    time_zone text,
    quiet_from int check (quiet_from between 0 and 23),
    quiet_until int check (quiet_until between 0 and 23),
    digest_hour int check (digest_hour between 0 and 23),
    primary key (tenant_id, owner_id),
    foreign key (tenant_id) references tenant,
    check ((quiet_from is null) = (quiet_until is null))
);
comment on column notification_settings.owner_id is 'the person, or the tenant itself for its defaults';
comment on column notification_settings.quiet_from is 'the same hour as quiet_until: no quiet hours; null: as the tenant has them';
call confine('notification_settings', 'select, insert, update');

create table notification_choice (
    tenant_id uuid not null,
    owner_id uuid not null,
    alert_type text not null,
    channels text[] not null,
    digest boolean not null,
    primary key (tenant_id, owner_id, alert_type),
    foreign key (tenant_id, owner_id) references notification_settings
);
call confine('notification_choice', 'select, insert, update');

alter table outbox
    add target_id uuid,
    add digest_on date,
    add last_answer text,
    drop constraint outbox_channel_check,
    add constraint outbox_channel_check check (channel in ('LOG', 'EMAIL', 'PUSH', 'WEBHOOK', 'ROBOT')),
    drop constraint outbox_tenant_id_alert_id_occurrence_recipient_id_channel_key,
    add constraint outbox_told_once unique nulls not distinct (tenant_id, alert_id, occurrence, recipient_id, channel, target_id);
comment on column outbox.target_id is 'the device or the endpoint; null where the channel has one address for each recipient';
comment on column outbox.digest_on is 'the recipient''s day in whose digest it goes out';
comment on column outbox.last_answer is 'what the other side answered to the last attempt, shortened; no personal data of ours';
create index outbox_target on outbox (tenant_id, target_id, due_at) where state = 'PENDING' and target_id is not null;
grant update (digest_on, last_answer) on outbox to ${app_role};
