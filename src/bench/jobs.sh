# The daily jobs over the large tenant, against the bare INSERT … SELECT.

# Milliseconds that a run of a job took by its own record, which the service writes beside its work.
job_ms() { super -d bench -c "select round(extract(epoch from finished_at - started_at) * 1000, 1) from job_run where job = '$1' order by started_at desc limit 1"; }

part_jobs() {
    local job file first tenant
    copy_of_seed
    super -d bench -c 'truncate alert, alert_event, alert_batch, outbox, job_run' -c 'vacuum analyze alert' -c checkpoint
    service_start bench
    # The tenants that are small make it warm; the large one is measured.
    for tenant in middle small; do run_job $tenant INSTALLMENT_ALERTS; run_job $tenant SELL_THROUGH_ALERTS; done
    for job in INSTALLMENT_ALERTS SELL_THROUGH_ALERTS; do
        file=$(tr 'A-Z_' 'a-z-' <<< $job).sql
        bare bench "$file" >/dev/null
        first=$(bare bench "$file")
        run_job large $job
        compare jobs $job 'that raises' "$(job_ms $job)" "$first"
        # What was raised is being delivered: that is another measurement.
        until [ "$(super -d bench -c "select exists (select from outbox where state = 'PENDING')")" = f ]; do sleep 1; done
        run_job large $job
        compare jobs $job 'with nothing to raise' "$(job_ms $job)" "$first"
    done
    service_stop
}
