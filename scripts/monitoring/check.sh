#!/usr/bin/env bash
# Dashboard, alerts and scrape example, checked against a real run of the demo and a real Prometheus.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: scripts/monitoring/check.sh

Runs the alerts' unit tests, each alert firing and not firing; then starts the
demo and a Prometheus on loopback that scrapes it, and asserts that every metric
which dashboard and alerts name is there, that the scrape works, that no rule has
an error, and that every query of the dashboard has an answer. Takes a minute.

Needs what scripts/demo.sh needs, and curl, jq, prometheus and promtool; those
that are missing are installed with apt-get (on a machine that runs services,
Debian's package starts one of Prometheus, which is not used here).
TEXT
}

if [[ ${1-} == --help || ${1-} == -h ]]; then
  usage
  exit 0
fi
cd "$(dirname "${BASH_SOURCE[0]}")"

work=$(mktemp -d)
started=()

fail() {
  echo "monitoring: $1" >&2
  tail -n 5 "$work"/*.log >&2 2>/dev/null || true
  exit 1
}

# What this script has started, by its own process id.
end() {
  local pid
  for pid in "${started[@]}"; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  rm -rf "$work"
}
trap end EXIT

install_missing() {
  local tool missing=()
  for tool in curl jq prometheus promtool; do
    command -v "$tool" >/dev/null || missing+=("${tool/promtool/prometheus}")
  done
  if ((${#missing[@]})); then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  fi
}

# Each alert must be tested in both directions.
check_tests() {
  local alert firing silent
  for alert in $(sed -n 's/^ *- alert: //p' alerts.yml); do
    silent=$(grep -c "alertname: $alert,.*exp_alerts: \[\]" alerts-test.yml) || true
    firing=$(grep -c "alertname: $alert$" alerts-test.yml) || true
    ((silent >= 2 && firing >= 1)) || fail "$alert is not tested, or in one direction only"
  done
}

# Until a command succeeds: await SECONDS WHAT COMMAND...
await() {
  local until=$((SECONDS + $1)) what=$2 pid
  shift 2
  until "$@"; do
    ((SECONDS < until)) || fail "$what"
    for pid in "${started[@]}"; do
      kill -0 "$pid" 2>/dev/null || fail "a process has ended before its time: $what"
    done
    sleep 0.5
  done
}

metrics_url() { sed -n 's|.*metrics on \(http://[^ ]*\)/metrics.*|\1|p' "$work/demo.log" | head -1; }
demo_mirrors() {
  url=$(metrics_url)
  [[ -n $url ]] && curl -sf "$url/metrics" >"$work/scrape" && grep -q '^mirror_target_up 1' "$work/scrape" &&
    grep -q '^mirror_queue_wait_seconds_bucket' "$work/scrape"
}

start_demo() {
  ../demo.sh --seconds 600 --rate 100 >"$work/demo.log" 2>&1 &
  started+=($!)
  await 300 "the demo does not mirror" demo_mirrors
}

named() { grep -ohE 'mirror_[a-z_]+' "$@" | sort -u; }
has() { grep -qE "^$1[{ ]" "$work/scrape"; }

check_names() {
  local name
  for name in $(named alerts.yml dashboard.json); do
    has "$name" || fail "$name is named, and no metric"
  done
}

free_port() {
  local port
  while true; do
    port=$((20000 + RANDOM % 20000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

# As the example has it, but for the application's address and the pace.
start_prometheus() {
  mkdir "$work/prometheus"
  cp alerts.yml "$work/prometheus/"
  sed -e "s/localhost:9407/${url#http://}/" -e 's/15s/1s/' prometheus.yml >"$work/prometheus/prometheus.yml"
  grep -q "${url#http://}" "$work/prometheus/prometheus.yml" || fail "the example names another address"
  api=127.0.0.1:$(free_port)
  prometheus --config.file="$work/prometheus/prometheus.yml" --storage.tsdb.path="$work/data" \
    --web.listen-address="$api" >"$work/prometheus.log" 2>&1 &
  started+=($!)
  await 60 "Prometheus does not start" curl -sf -o /dev/null "http://$api/-/ready"
}

ask() { curl -sf -G "http://$api/api/v1/$1" "${@:2}"; }
target_is_up() { ask targets | jq -e '.data.activeTargets | length == 1 and all(.health == "up" and .lastError == "")' >/dev/null; }
rules_are_well() {
  ask rules | jq -e --argjson rules "$(grep -c -- '- alert:' alerts.yml)" \
    '[.data.groups[].rules[]] | length == $rules and all(.health == "ok" and (.lastError // "") == "")' >/dev/null
}
can_tell_rates() {
  ask query --data-urlencode 'query=min(count_over_time(mirror_requests_total[1m])) >= 5' |
    jq -e '.data.result | length == 1' >/dev/null
}

check_queries() {
  local query answer
  while IFS= read -r query; do
    answer=$(ask query --data-urlencode "query=$query") || fail "the dashboard's query is wrong: $query"
    jq -e '.data.result | length > 0' >/dev/null <<<"$answer" || fail "the dashboard's query has no answer: $query"
    queries=$((queries + 1))
  done < <(jq -r '.panels[].targets[]?.expr' dashboard.json |
    sed -e 's/\$__rate_interval/1m/g' -e 's/\$\(job\|instance\)/.*/g')
}

nothing_fires() { ask alerts | jq -e '[.data.alerts[] | select(.state == "firing")] == []' >/dev/null; }

check_dashboard() {
  jq -e '[.templating.list[] | select(.type == "datasource" and .query == "prometheus")] | length == 1' dashboard.json >/dev/null ||
    fail "the dashboard has no variable for its data source"
  jq -e '[.panels[] | select(.type != "row") | .datasource.uid, .targets[].datasource.uid] | all(. == "${datasource}")' dashboard.json >/dev/null ||
    fail "a panel names a data source of its own"
  jq -e '[.panels[].id] | length == (unique | length)' dashboard.json >/dev/null || fail "two panels have one id"
}

install_missing
promtool check rules alerts.yml
promtool check config prometheus.yml
promtool test rules alerts-test.yml
check_tests
check_dashboard
start_demo
check_names
start_prometheus
await 30 "Prometheus does not scrape the demo" target_is_up
await 30 "a rule has an error" rules_are_well
await 60 "Prometheus does not go on scraping" can_tell_rates
queries=0
check_queries
nothing_fires || fail "an alert fires in a run that is well"
echo "monitoring: $(named alerts.yml dashboard.json | wc -l) metrics named, $queries queries answered," \
  "$(grep -c -- '- alert:' alerts.yml) alerts loaded and tested"
