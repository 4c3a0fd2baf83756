# How long the service takes from its start until it is ready, with the database there; the quickest of five.

part_start() {
    local least=999999
    for _ in 1 2 3 4 5; do
        service_start "seed_$SIZE"
        [ $START_MS -ge $least ] || least=$START_MS
        [ -n "${printed:-}" ] || record start memory 'idle after start' rss_mb "$(rss_mb "$SERVICE_PID")"
        local printed=1
        service_stop
    done
    record start 'ready after' service "$least ms"
}
