# The daily run of the strategies over the large tenant, against one bare INSERT … SELECT.

part_strategies() {
    local first
    copy_of_seed
    owner bench -f "$HERE/data/strategies.sql"
    super -d bench -c checkpoint
    service_start bench
    # The small ones have no strategy; they make the job warm.
    for tenant in middle small; do run_job $tenant STRATEGY_RUN; done
    bare bench strategy-run.sql >/dev/null
    first=$(bare bench strategy-run.sql)
    run_job large STRATEGY_RUN
    compare strategies STRATEGY_RUN 'on a first day' "$(job_ms STRATEGY_RUN)" "$first"
    say "$(super -d bench -c "select string_agg(channel || ' ' || n, ', ' order by channel) from (select channel, count(*) as n from strategy_action group by channel) s")"
    run_job large STRATEGY_RUN
    compare strategies STRATEGY_RUN 'that finds nothing new' "$(job_ms STRATEGY_RUN)" "$first"
    service_stop
}
