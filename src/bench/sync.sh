# A phone that follows every customer of the large tenant: all of it from nothing, page by page, and what one payment changed.

part_sync() {
    local line customers
    copy_of_seed
    service_start bench
    printf 'large\tfinance-0\tFinance 0\tFINANCE\t\t\t/graphql\t%s\n' "$(body rep-changes '{"after": "@AFTER@", "first": 100}')" | requests "$WORK/sync.tsv"
    psql -X -q -A -t -F $'\t' -v ON_ERROR_STOP=1 -U postgres -d bench -v which=many \
        -v record="$(cat "$ROOT/graphql-schema/operations/office-record-payment.graphql")" -f "$HERE/payments.sql" | requests "$WORK/payments-many.tsv"
    customers=$(super -d bench -c "select count(*) from customer join tenant using (tenant_id) where tenant.code = 'large'")
    coproc DRIVER { "$JAVA" -Xmx512m "$HERE/Sync.java" "$SERVICE_PORT" "$WORK/sync.tsv"; }
    read -r line <&"${DRIVER[0]}" || die 'no sync'
    say "sync of $customers customers: $line"
    record sync "$customers customers from nothing" "$(cut -f2 <<< "$line") things" "$(cut -f3 <<< "$line") s" "$(cut -f4 <<< "$line") MB gzip" "page p50 $(cut -f5 <<< "$line") ms" "p99 $(cut -f6 <<< "$line") ms"
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        send "$SERVICE_PORT" "$WORK/payments-many.tsv" | grep -q '"userErrors":\[\]' || die 'no payment'
        echo changed >&"${DRIVER[1]}"
        read -r line <&"${DRIVER[0]}" || die 'no change'
        say "one payment: $line"
    done
    record sync 'what a payment changed' "$(cut -f2 <<< "$line") things" "$(cut -f5 <<< "$line") ms" "$(cut -f4 <<< "$line") MB gzip"
    kill "$DRIVER_PID" 2>/dev/null || true
    service_stop
}
