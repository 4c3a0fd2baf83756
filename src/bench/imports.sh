# An import of 200,000 receivables, against COPY into a temporary table and INSERT … SELECT into the same tables.

IMPORTED=${HUIKUAN_BENCH_IMPORTED:-200000}

part_imports() {
    local token begun took floor
    psql -X -q --csv -v ON_ERROR_STOP=1 -U postgres -d "seed_$SIZE" -v rows="$IMPORTED" -f "$HERE/imports.sql" > "$WORK/receivables.csv"
    copy_of_seed
    floor=$(bare bench receivables.sql < "$WORK/receivables.csv")
    copy_of_seed
    service_start bench
    printf 'large\tfinance-0\tFinance 0\tFINANCE\t\t\t/imports/receivables\t\n' | requests "$WORK/import.tsv"
    token=$(cut -f2 "$WORK/import.tsv")
    head -2001 "$WORK/receivables.csv" > "$WORK/first.csv"
    for _ in 1 2 3 4 5; do import "$WORK/first.csv" dryRun=true "$token"; done
    begun=$(date +%s%N)
    import "$WORK/receivables.csv" dryRun=false "$token"
    took=$((($(date +%s%N) - begun) / 1000000))
    compare imports receivables "$IMPORTED rows" $took "$floor"
    record imports memory service rss_mb "$(rss_mb "$SERVICE_PID")"
    service_stop
}

import() {
    curl -s -X POST "http://127.0.0.1:$SERVICE_PORT/imports/receivables?$2" -H "Authorization: Bearer $3" -H 'Content-Type: text/csv' --data-binary "@$1" > "$WORK/import.json"
    grep -q '"status":"SUCCEEDED"' "$WORK/import.json" || die "import: $(head -c 600 "$WORK/import.json")"
}
