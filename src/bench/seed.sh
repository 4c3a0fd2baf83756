# The generated database of a size: made once a week, copied for whoever writes.

seed() {
    local db=seed_$SIZE made begun
    made=$(super -c "select shobj_description(oid, 'pg_database') from pg_database where datname = '$db'")
    if [ -z "$FRESH" ] && [ -n "$made" ] && [ $(($(date +%s) - made)) -lt 604800 ]; then
        say "using the database generated on $(date -u -d "@$made" +%F)"
        return
    fi
    begun=$(date +%s)
    super -c "drop database if exists $db with (force)" 2>/dev/null
    create_database "$db"
    say 'migrating an empty database, by the service'
    service_start "$db"; service_stop
    say "generating $SIZE receivables"
    owner "$db" -v size="$SIZE" -v seed="$SEED" -f "$HERE/data/generate.sql" >/dev/null
    super -d "$db" -c 'vacuum analyze'
    say 'checking'
    super -d "$db" -f "$HERE/data/check.sql"
    say 'raising alerts, by the service'
    service_start "$db"
    for tenant in large middle small; do
        run_job $tenant INSTALLMENT_ALERTS
        run_job $tenant SELL_THROUGH_ALERTS
    done
    service_stop
    # All of them were delivered long ago: what is measured is not the delivery.
    owner "$db" -c "update outbox set state = 'SENT', attempts = 1, finished_at = now() where state = 'PENDING'"
    super -d "$db" -c 'vacuum analyze' -c checkpoint
    super -c "comment on database $db is '$(date +%s)'"
    say "generated in $(($(date +%s) - begun)) s, $(super -c "select pg_size_pretty(pg_database_size('$db'))")"
}

# Runs a job by hand through the API, as admin-0 of the tenant; prints its answer.
run_job() {
    local tenant=$1 job=$2 as_of=${3:-}
    printf '%s\tadmin-0\tAdmin 0\tADMIN\t\t\t/graphql\t%s\n' "$tenant" "$(body office-run-job "{\"input\": {\"job\": \"$job\"${as_of:+, \"asOf\": \"$as_of\"}}}")" |
        requests "$WORK/job.tsv"
    send "$SERVICE_PORT" "$WORK/job.tsv" | tee "$WORK/job.json" | grep -q '"status":"SUCCEEDED"' || die "$job of $tenant: $(cat "$WORK/job.json")"
    say "$tenant $job $(grep -oE '"(raised|resolved|examined)":[0-9]+' "$WORK/job.json" | tr -d '"' | paste -sd' ')"
}

# A request's body: one of the published documents, with variables.
body() {
    psql -X -q -A -t -U postgres -d postgres -v document="$(cat "$ROOT/graphql-schema/operations/$1.graphql")" -v variables="$2" \
        <<< "select jsonb_build_object('query', :'document', 'variables', :'variables'::jsonb)"
}
