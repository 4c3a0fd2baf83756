# The screens of the reps' app and of the partner portal: requests/s, latency, CPU and statements.

SCREENS="customer-list customer-detail alert-inbox partner-account"

part_screens() {
    local screen
    for screen in $SCREENS; do screen_requests "$screen"; done

    service_start "seed_$SIZE"
    for screen in $SCREENS; do
        measure screens "$screen" service "$SERVICE_PORT" "$SERVICE_PID" "$WORK/$screen.tsv"
    done
    record screens memory service rss_mb "$(rss_mb "$SERVICE_PID")"
    service_stop

    copy_of_seed
    if peer_start; then
        for screen in $SCREENS; do
            peer_requests "$screen"
            measure screens "$screen" peer "$PEER_PORT" "$(peer_pids)" "$WORK/$screen.peer.tsv"
        done
        peer_stop
    fi
}

# One row of the results for each number of connections.
measure() {
    local part=$1 what=$2 who=$3 port=$4 pids=$5 file=$6 n connections
    send "$port" "$file" 1 > "$WORK/$what.$who.json"
    n=$(statements "$port" "$file")
    for connections in $CONNECTIONS; do
        say "$what, $who, $connections connections"
        record "$part" "$what" "$who" "$connections" $(drive "$port" "$pids" "$file" "$connections") "$n"
    done
}

# Many users of the large tenant, each with what belongs to it.
screen_requests() {
    psql -X -q -A -t -F $'\t' -v ON_ERROR_STOP=1 -U postgres -d "seed_$SIZE" \
        -v list="$(cat "$ROOT/graphql-schema/operations/rep-customer-list.graphql")" \
        -v detail="$(cat "$ROOT/graphql-schema/operations/rep-customer-detail.graphql")" \
        -v inbox="$(cat "$ROOT/graphql-schema/operations/rep-alert-inbox.graphql")" \
        -v account="$(cat "$ROOT/graphql-schema/operations/partner-account.graphql")" \
        -f "$HERE/screens/$1.sql" | requests "$WORK/$1.tsv"
    say "$1: $(wc -l < "$WORK/$1.tsv") requests prepared"
}

report() {
    {
        printf 'operation\twho\tconnections\trequests/s\tp50 ms\tp99 ms\tCPU ms\tPostgreSQL ms\terrors\tstatements+tx\n'
        awk -F'\t' -v OFS='\t' '$4 ~ /^[0-9]+$/ {print $2, $3, $4, $5, $6, $7, $8, $9, $10, $11}' "$RESULTS"
    } | column -t -s $'\t'
    awk -F'\t' '$4 !~ /^[0-9]+$/' "$RESULTS" | column -t -s $'\t'
    say "written to $RESULTS"
}
