# alertRaised: how long until the last of 1,000 subscribers on two nodes has heard of what a job raised on one of them, and what a subscriber costs in memory.

SUBSCRIBERS=${HUIKUAN_BENCH_SUBSCRIBERS:-1000}

part_subscribers() {
    local first second ports before after line round kb rss tenant
    copy_of_seed
    service_start bench; first=$SERVICE_PID; ports=$SERVICE_PORT
    service_start bench second; second=$SERVICE_PID; ports="$ports $SERVICE_PORT"
    SERVICE_PID="$first $second"
    # What is due today is raised before, so that a round raises only what was taken away for it.
    for tenant in large middle small; do run_job $tenant INSTALLMENT_ALERTS; done
    # The first round makes both warm, and is not looked at but for the memory of its sockets, which are gone before the second.
    for round in 1 2 3; do
        subscriber_requests
        before=$(live_kb "$first"); before=$((before + $(live_kb "$second")))
        rss=$(($(rss_mb "$first") + $(rss_mb "$second")))
        coproc DRIVER { "$JAVA" -Xmx512m "$HERE/Subscribers.java" "$WORK/subscribers.tsv" "$WORK/raise.tsv" $ports; }
        read -r line <&"${DRIVER[0]}" || die 'not all have subscribed'
        after=$(live_kb "$first"); after=$((after + $(live_kb "$second")))
        echo go >&"${DRIVER[1]}"
        read -r line <&"${DRIVER[0]}" || die 'no result'
        kb=$(((after - before) / SUBSCRIBERS))
        say "round $round: $line, $kb kB of heap for a subscriber, $rss MB before, $(($(rss_mb "$first") + $(rss_mb "$second"))) MB after, both nodes"
        wait "$DRIVER_PID" 2>/dev/null || true
    done
    record subscribers "$SUBSCRIBERS subscribers, two nodes" 'after the answer' "p50 $(cut -f2 <<< "$line") ms" "p99 $(cut -f3 <<< "$line") ms" "last $(cut -f4 <<< "$line") ms"
    record subscribers "$SUBSCRIBERS subscribers, two nodes" messages "$(cut -f6 <<< "$line") sent" "$(cut -f7 <<< "$line") missing"
    record subscribers 'memory of a subscriber' heap "$kb kB"
    record subscribers 'memory' 'both nodes' rss_mb "$(($(rss_mb "$first") + $(rss_mb "$second")))"
    service_stop
}

# What is alive in the heap: counting it collects the rest.
live_kb() { "${JAVA%java}jcmd" "$1" GC.class_histogram | awk '$1 == "Total" {print int($3 / 1024)}'; }

# Who subscribes, and the runs that raise what they wait for.
subscriber_requests() {
    local tenant
    psql -X -q -A -t -F $'\t' -v ON_ERROR_STOP=1 -U postgres -d bench -v subscribers="$SUBSCRIBERS" \
        -v document="$(body rep-alert-raised '{"filter": null}')" -f "$HERE/subscribers.sql" | requests "$WORK/subscribers.tsv"
    for tenant in large middle small; do
        printf '%s\tadmin-0\tAdmin 0\tADMIN\t\t\t/graphql\t%s\n' "$tenant" "$(body office-run-job '{"input": {"job": "INSTALLMENT_ALERTS"}}')"
    done | requests "$WORK/raise.tsv"
    say "$(wc -l < "$WORK/subscribers.tsv") subscribers prepared"
}
