# The daily judgement of all promises of the large tenant, against two bare statements.

part_promises() {
    local first
    copy_of_seed
    super -d bench -c 'truncate alert, alert_event, alert_batch, outbox, job_run' -c 'vacuum analyze alert'
    owner bench -f "$HERE/data/promises.sql"
    super -d bench -c 'vacuum analyze promise, promise_item' -c checkpoint
    say "$(super -d bench -c "select count(*) || ' promises, of ' || count(distinct customer_id) || ' customers' from promise")"
    service_start bench
    # The small ones have no promises; they make the job warm.
    for tenant in middle small; do run_job $tenant PROMISE_REVIEW; done
    bare bench promise-review.sql >/dev/null
    first=$(bare bench promise-review.sql)
    run_job large PROMISE_REVIEW
    compare promises PROMISE_REVIEW 'that judges all' "$(job_ms PROMISE_REVIEW)" "$first"
    say "$(super -d bench -c "select string_agg(status || ' ' || n, ', ' order by status) from (select status, count(*) as n from promise group by status) s")"
    until [ "$(super -d bench -c "select exists (select from outbox where state = 'PENDING')")" = f ]; do sleep 1; done
    run_job large PROMISE_REVIEW
    compare promises PROMISE_REVIEW 'that finds nothing new' "$(job_ms PROMISE_REVIEW)" "$first"
    service_stop
}
