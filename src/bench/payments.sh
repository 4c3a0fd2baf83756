# recordPayment with automatic allocation, against the very same statements run bare.

part_payments() {
    local which connections
    for which in many one; do
        psql -X -q -A -t -F $'\t' -v ON_ERROR_STOP=1 -U postgres -d "seed_$SIZE" -v which=$which \
            -v record="$(cat "$ROOT/graphql-schema/operations/office-record-payment.graphql")" -f "$HERE/payments.sql" | requests "$WORK/payments-$which.tsv"
    done
    copy_of_seed
    service_start bench
    drive "$SERVICE_PORT" "$SERVICE_PID" "$WORK/payments-many.tsv" 8 >/dev/null
    say 'writing down the statements of payments'
    super -c "alter system set log_statement = 'all'" -c "alter system set log_line_prefix = '%p|%a|'" -c 'select pg_reload_conf()' >/dev/null; sleep 1
    : > "$PG_LOG"
    REQUESTS=$WORK/payments-many.tsv wrk -t1 -c8 -d10s --timeout 30s -s "$HERE/wrk.lua" "http://127.0.0.1:$SERVICE_PORT" >/dev/null
    super -c 'alter system reset log_statement' -c 'alter system reset log_line_prefix' -c 'select pg_reload_conf()' >/dev/null; sleep 1
    cp "$PG_LOG" "$WORK/payments.log"
    measure payments record-payment service "$SERVICE_PORT" "$SERVICE_PID" "$WORK/payments-many.tsv"
    measure payments to-one-customer service "$SERVICE_PORT" "$SERVICE_PID" "$WORK/payments-one.tsv"
    service_stop
    say "deadlocks: $(super -c "select deadlocks from pg_stat_database where datname = 'bench'")"
    super -d bench -f "$HERE/data/check.sql" | grep -vE '^ ' >&2

    for connections in $CONNECTIONS; do
        copy_of_seed
        say "the same statements, bare, $connections connections"
        record payments record-payment floor "$connections" $("$JAVA" -cp "$LIBRARIES/*" "$HERE/Replay.java" \
            "jdbc:postgresql://127.0.0.1:$PGPORT/bench" "$WORK/payments.log" "$connections" 'insert into payment ')
    done
}
