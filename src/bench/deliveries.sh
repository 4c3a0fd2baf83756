# Messages to five endpoints that answer after 50 ms: how many a second when a job has raised many alerts, and how long one takes when it has raised few.

ENDPOINTS=5 ANSWER_MS=50 ROUNDS=30

part_deliveries() {
    local port line i
    copy_of_seed
    super -d bench -c 'truncate alert, alert_event, alert_batch, outbox, job_run' -c 'vacuum analyze alert' -c checkpoint
    HUIKUAN_BENCH_JAVA_OPTS="${HUIKUAN_BENCH_JAVA_OPTS:-} -Dhuikuan.notification.http.private-addresses=true" service_start bench
    run_job small INSTALLMENT_ALERTS
    coproc DRIVER { "$JAVA" -Xmx512m "$HERE/Deliveries.java" $ANSWER_MS; }
    read -r port <&"${DRIVER[0]}" || die 'no receiver'
    for i in $(seq $ENDPOINTS); do
        printf 'middle\tadmin-0\tAdmin 0\tADMIN\t\t\t/graphql\t%s\n' \
            "$(body office-save-notification-endpoint "{\"input\": {\"kind\": \"WEBHOOK\", \"name\": \"ERP $i\", \"url\": \"http://127.0.0.1:$port/$i\"}}")" |
            requests "$WORK/endpoint.tsv"
        send "$SERVICE_PORT" "$WORK/endpoint.tsv" | grep -q '"userErrors":\[\]' || die 'no endpoint'
    done
    run_job middle INSTALLMENT_ALERTS
    await_deliveries
    record deliveries "webhooks, $ENDPOINTS endpoints of $ANSWER_MS ms" 'of one job' "$(cut -f2 <<< "$line") sent" "$(cut -f3 <<< "$line") a second" "$(cut -f6 <<< "$line") repeats"
    # So few that none waits for another; the first rounds make it warm.
    for i in $(seq $ROUNDS); do
        [ "$i" -ne 6 ] || await_deliveries
        few_again
        run_job middle INSTALLMENT_ALERTS 2>/dev/null
        sleep 1
    done
    await_deliveries
    record deliveries 'from raised to delivered' "$(cut -f2 <<< "$line") messages" "p50 $(cut -f4 <<< "$line") ms" "p99 $(cut -f5 <<< "$line") ms"
    kill "$DRIVER_PID" 2>/dev/null || true
    service_stop
}

# Waits until nothing waits to be sent to an endpoint; what the receiver has counted since the last time is in `line` then.
await_deliveries() {
    while [ "$(super -d bench -c "select count(*) from outbox where channel = 'WEBHOOK' and state = 'PENDING'")" != 0 ]; do sleep 0.2; done
    echo tell >&"${DRIVER[1]}"
    read -r line <&"${DRIVER[0]}" || die 'no result'
    say "deliveries: $line"
}

# Takes five alerts away, so that the next run of the job raises them again.
few_again() {
    super -d bench -c "
        create temp table again as select tenant_id, id from alert join tenant using (tenant_id)
            where code = 'middle' and type = 'INSTALLMENT_OVERDUE' order by random() limit 5;
        delete from alert_event e using again g where e.tenant_id = g.tenant_id and e.alert_id = g.id;
        delete from outbox o using again g where o.tenant_id = g.tenant_id and o.alert_id = g.id;
        delete from alert a using again g where a.tenant_id = g.tenant_id and a.id = g.id"
}
