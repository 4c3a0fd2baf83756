# The table of a run. Rows of the results are either measurements under load (a number of connections in the fourth column) or single figures.

report() {
    awk -F'\t' -v OFS='\t' '
        $4 ~ /^[0-9]+$/ {
            if (!(($2, $4) in seen)) {seen[$2, $4] = 1; order[++n] = $2 SUBSEP $4}
            who[$2, $4] = who[$2, $4] " " $3; row[$2, $4, $3] = $5 OFS $6 OFS $7 OFS $8 OFS $9 OFS $11 OFS $10; rate[$2, $4, $3] = $5; p99[$2, $4, $3] = $7
        }
        function ratio(a, b) {return b > 0 ? sprintf("%.2f", a / b) : "-"}
        END {
            if (n) print "operation", "connections", "who", "requests/s", "p50 ms", "p99 ms", "CPU ms", "PostgreSQL ms", "statements+tx", "errors", "of the floor", "x peer", "p99 x peer"
            for (i = 1; i <= n; i++) {
                split(order[i], key, SUBSEP); count = split(who[key[1], key[2]], names, " ")
                for (j = 1; j <= count; j++) {
                    rest = ""
                    if (names[j] == "service") rest = OFS ratio(rate[key[1], key[2], "service"], rate[key[1], key[2], "floor"]) \
                        OFS ratio(rate[key[1], key[2], "service"], rate[key[1], key[2], "peer"]) OFS ratio(p99[key[1], key[2], "service"], p99[key[1], key[2], "peer"])
                    print key[1], key[2], names[j], row[key[1], key[2], names[j]] rest
                }
            }
        }' "$RESULTS" | column -t -s $'\t'
    awk -F'\t' -v OFS='\t' '$4 !~ /^[0-9]+$/ {print $2, $3, $4, $5, $6, $7}' "$RESULTS" | column -t -s $'\t'
    say "written to $RESULTS"
}
