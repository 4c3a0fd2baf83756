# Single questions and runs, against the bare SQL of each: aging, jobs, imports.

# Milliseconds of the quickest of some answers to one request.
quickest() {
    local times=$1
    shift
    for _ in $(seq "$times"); do HOW='-o /dev/null -w %{time_total}\n' send "$@"; done | sort -n | awk 'NR == 1 {printf "%.1f", $1 * 1000}'
}

# Milliseconds that psql took for the statements of a file that it timed, as the application's role within the tenant and, like the service, without
# just-in-time compilation; what they wrote is taken back.
bare() {
    local db=$1 file=$2
    shift 2
    PGOPTIONS='-c jit=off' psql -X -q -A -t -v ON_ERROR_STOP=1 -U huikuan_app -d "$db" -v tenant="$(tenant_id "$db")" "$@" -f "$HERE/bare/$file" |
        awk '/^Time:/ {sum += $2} END {printf "%.1f", sum}'
}
tenant_id() { super -d "$1" -c "select tenant_id from tenant where code = 'large'"; }

# One line: what, the service's figure, the bare one, and how many times as long the service took.
compare() { record "$1" "$2" "$3" "$4 ms" "bare $5 ms" "$(awk -v a="$4" -v b="$5" 'BEGIN {printf "%.2f times", (b > 0 ? a / b : 0)}')"; }

part_aging() {
    local db=seed_$SIZE day ours theirs
    service_start "$db"
    for day in 0 100; do
        day=$(TZ=Asia/Shanghai date -d "-$day days" +%F)
        printf 'large\tfinance-0\tFinance 0\tFINANCE\t\t\t/graphql\t%s\n' "$(body office-aging "{\"asOf\": \"$day\"}")" | requests "$WORK/aging.tsv"
        quickest 15 "$SERVICE_PORT" "$WORK/aging.tsv" >/dev/null
        ours=$(quickest 5 "$SERVICE_PORT" "$WORK/aging.tsv")
        theirs=$(for _ in 1 2 3 4 5; do bare "$db" aging.sql -v day="$day"; echo; done | sort -n | head -1)
        compare aging aging "of $day" "$ours" "$theirs"
    done
    service_stop
}
