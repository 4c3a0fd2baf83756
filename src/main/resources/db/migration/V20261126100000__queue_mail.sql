-- Single e-mails that are not about an alert, such as invitations: written in the transaction of what they tell, sent after it. What is at an end keeps no content.
create table mail (
    tenant_id uuid not null,
    id uuid not null,
    about_id uuid not null,
    recipient text not null,
    content text,
    expires_at timestamptz not null,
    state text not null check (state in ('PENDING', 'SENT', 'CANCELLED', 'DEAD')),
    attempts int not null default 0,
    due_at timestamptz not null,
    leased_until timestamptz,
    created_at timestamptz not null,
    finished_at timestamptz,
    last_answer text,
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant,
    check ((state = 'PENDING') = (finished_at is null)),
    check ((state = 'PENDING') = (content is not null))
);
comment on column mail.about_id is 'what it tells, for example an invitation';
comment on column mail.content is 'sealed: subject, HTML and text, which may hold a secret; null once it is at an end';
comment on column mail.expires_at is 'from when on nobody needs it';
comment on column mail.last_answer is 'what the mail server answered to the last attempt; no personal data';
create index mail_pending on mail (tenant_id, due_at) where state = 'PENDING';
create index mail_about on mail (tenant_id, about_id, created_at desc);
call confine('mail', 'select, insert, update (content, state, attempts, due_at, leased_until, finished_at, last_answer)');
