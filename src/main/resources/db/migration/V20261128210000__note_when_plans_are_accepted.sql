-- Whether money or a plan came last cannot be told by the day alone: a part is often paid on the day on which the rest is planned.
alter table payment_plan add column accepted_at timestamptz;
comment on column payment_plan.accepted_at is 'the moment from which it was in force; null: it never was, or it was before this was noted';
