-- In a transaction of its own: nothing waits while the rows are read.
alter table alert validate constraint alert_type_check;
alter table job_run validate constraint job_run_job_check;
alter table change validate constraint change_kind_check;
alter table credit_hold validate constraint credit_hold_cause_check;
