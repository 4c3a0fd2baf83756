# The floor: the same JSON made by one statement, without anything in between.

floor_start() {
    local waited=0
    FLOOR_PORT=$(free_port)
    (cd "$WORK" && exec "$JAVA" ${HUIKUAN_BENCH_JAVA_OPTS:-} -Dsun.net.httpserver.nodelay=true -Dsun.net.httpserver.maxIdleConnections=1000 \
        -cp "$LIBRARIES/*" "$HERE/floor/Floor.java" "$FLOOR_PORT" "jdbc:postgresql://127.0.0.1:$PGPORT/$1" "$HERE/floor" >"$HOME_DIR/floor.log" 2>&1) &
    FLOOR_PID=$!
    until curl -s -o /dev/null "http://127.0.0.1:$FLOOR_PORT/"; do
        kill -0 $FLOOR_PID 2>/dev/null && [ $((waited += 1)) -lt 300 ] || { tail -20 "$HOME_DIR/floor.log" >&2; die 'the floor did not start'; }
        sleep 0.2
    done
}
floor_stop() { stop "${FLOOR_PID:-}"; FLOOR_PID=; }

# Says so when the floor does not answer what the service answered: then it is no floor.
compare_with_floor() {
    local screen=$1 line
    command -v jq >/dev/null || return 0
    for line in 1 2 3 4 5; do
        send "$FLOOR_PORT" "$WORK/$screen.floor.tsv" $line | jq -S . > "$WORK/floor.json"
        jq -S . "$WORK/$screen.$line.json" | diff - "$WORK/floor.json" > "$WORK/$screen.diff" ||
            { say "$screen: the floor answers otherwise, see $WORK/$screen.diff"; head -6 "$WORK/$screen.diff" >&2; return 0; }
    done
}
