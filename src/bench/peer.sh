# PostGraphile on a copy of the same database: the same pages, asked for by its own documents with the same tokens.

# Answers 1 where there is no Node.js.
peer_start() {
    command -v npm >/dev/null || { say 'no Node.js: without the peer'; return 1; }
    local home=$HOME_DIR/peer
    mkdir -p "$home"
    if ! cmp -s "$HERE/peer/package-lock.json" "$home/package-lock.json"; then
        say 'installing the peer'
        cp "$HERE/peer/package.json" "$HERE/peer/package-lock.json" "$home"
        (cd "$home" && npm ci --no-audit --no-fund --loglevel=error >&2) || { rm "$home/package-lock.json"; die 'npm ci failed'; }
    fi
    cp "$HERE/peer/server.js" "$home"
    owner bench -f "$HERE/peer/schema.sql"
    super -d bench -c "grant select on tenant to huikuan_app"
    PEER_PORT=$(free_port)
    (cd "$home" && exec env NODE_ENV=production GRAPHILE_TURBO=1 PEER_PORT="$PEER_PORT" PEER_TOKEN_KEY="$HOME_DIR/home/token-key.public.pem" \
        PEER_DATABASE_URL="postgres://huikuan_app:bench@127.0.0.1:$PGPORT/bench" node server.js >"$HOME_DIR/peer.log" 2>&1) &
    PEER_PID=$!
    local waited=0
    until curl -s -o /dev/null "http://127.0.0.1:$PEER_PORT/graphql"; do
        kill -0 $PEER_PID 2>/dev/null && [ $((waited += 1)) -lt 300 ] || { tail -20 "$HOME_DIR/peer.log" >&2; die 'the peer did not start'; }
        sleep 0.2
    done
}
peer_stop() { stop "${PEER_PID:-}"; PEER_PID=; }
peer_pids() { echo "$PEER_PID $(pgrep -P "$PEER_PID" | paste -sd' ')"; }

# The requests of a screen with the peer's document in place of ours, and bare identifiers in place of global ones.
peer_requests() {
    local screen=$1 document
    document=$(psql -X -q -A -t -U postgres -d postgres -v d="$(cat "$HERE/peer/$screen.graphql")" <<< "select to_jsonb(:'d'::text)")
    awk -F'\t' -v OFS='\t' -v file=<(printf '%s' "$document") 'BEGIN {getline document < file}
        {
            variables = "{}"
            if (match($3, /"(cus)_[0-9a-f]+"/)) {
                id = substr($3, RSTART + 5, 32)
                variables = "{\"id\": \"" substr(id, 1, 8) "-" substr(id, 9, 4) "-" substr(id, 13, 4) "-" substr(id, 17, 4) "-" substr(id, 21) "\"}"
            }
            print "/graphql", $2, "{\"query\": " document ", \"variables\": " variables "}"
        }' "$WORK/$screen.tsv" > "$WORK/$screen.peer.tsv"
}
