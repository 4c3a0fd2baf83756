# The screens of the reps' app and of the partner portal: requests/s, latency, CPU and statements.

SCREENS="customer-list customer-detail alert-inbox partner-account"

part_screens() {
    local screen line
    for screen in $SCREENS; do screen_requests "$screen"; done

    service_start "seed_$SIZE"
    for screen in $SCREENS; do
        for line in 1 2 3 4 5; do send "$SERVICE_PORT" "$WORK/$screen.tsv" $line > "$WORK/$screen.$line.json"; done
        measure screens "$screen" service "$SERVICE_PORT" "$SERVICE_PID" "$WORK/$screen.tsv"
    done
    record screens memory service rss_mb "$(rss_mb "$SERVICE_PID")"
    service_stop

    floor_start "seed_$SIZE"
    for screen in $SCREENS; do
        compare_with_floor "$screen"
        measure screens "$screen" floor "$FLOOR_PORT" "$FLOOR_PID" "$WORK/$screen.floor.tsv"
    done
    floor_stop

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
        -f "$HERE/screens/$1.sql" > "$WORK/$1.all"
    cut -f1-8 "$WORK/$1.all" | requests "$WORK/$1.tsv"
    awk -F'\t' -v path="/$1" '{print path "?" $9 "\t\t"}' "$WORK/$1.all" > "$WORK/$1.floor.tsv"
    say "$1: $(wc -l < "$WORK/$1.tsv") requests prepared"
}

