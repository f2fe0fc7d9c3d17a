#!/usr/bin/env bash
# Mirrors an order service's traffic to a second database and compares the two, row by row.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: scripts/demo.sh [options]

Starts two database servers, runs the demo's order service under the agent, and
ends with the outcomes, both sides' latency, and a row-by-row comparison.

  --postgres       two PostgreSQL servers (Linux); without it, two H2 servers
  --exposure X     fraction of transactions to mirror, 0.0 to 1.0 (default 1.0)
  --seconds N      how long the service is in use (default 20)
  --threads N      threads that use it (default 8)
  --rate N         what they do in a second, together (default 200)
  --seed N         where their choices start from (default 1)
  --keep-running   leave all running at the end, and show the page's address
  --help           this text

Exit status: 0 if source and target are equal and every request is accounted
for, 1 if not, 2 for a wrong option. Needs a JDK 17 or newer and Maven.
TEXT
}

fail() {
  echo "demo: $1" >&2
  exit 1
}

for argument in "$@"; do
  if [[ $argument == --help || $argument == -h ]]; then
    usage
    exit 0
  fi
done

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
agent=$root/agent/target/jdbc-mirror-agent.jar
demo=$root/demo-app/target/jdbc-mirror-demo-app.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

command -v "$java" >/dev/null || fail "no java found; install a JDK 17 or newer"
version=$("$java" -XshowSettings:properties -version 2>&1 \
  | sed -n 's/^ *java.specification.version = //p')
[[ $version =~ ^[0-9]+$ && $version -ge 17 ]] || fail "Java $version found; a JDK 17 or newer is needed"

# Whether a jar is missing, or something it is made of is newer.
outdated() {
  local jar=$1 module=$2
  [[ ! -f $jar ]] || [[ -n $(find "$root/pom.xml" "$module/pom.xml" "$module/src/main" \
    -newer "$jar" -print -quit) ]]
}

if outdated "$agent" "$root/agent" || outdated "$demo" "$root/demo-app" \
  || [[ ! -d $root/demo-app/target/lib ]]; then
  command -v "${java}c" >/dev/null || fail "no javac found; a JDK is needed to build"
  command -v mvn >/dev/null || fail "no mvn found; install Maven 3.8 or newer"
  echo "Building the agent and the demo"
  (cd "$root" && mvn -q -B -Dstyle.color=never -DskipTests -pl agent,demo-app package)
  touch "$agent" "$demo"  # Maven leaves a jar alone when only its pom has changed.
fi

terminal=false
if [[ -t 1 ]]; then
  terminal=true
fi
exec "$java" -XX:+UseSerialGC "-Ddemo.agent=$agent" "-Ddemo.terminal=$terminal" \
  "-Djava.io.tmpdir=${TMPDIR:-/tmp}" -cp "$demo:$root/demo-app/target/lib/*" \
  io.jdbcmirror.demo.Demo "$@"
