#!/usr/bin/env bash
# Application servers from Maven Central, each with and without the agent.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: scripts/servers.sh [test]

Takes application servers from Maven Central, runs a small application in each,
with and without the agent, redeploys one 50 times, and runs it beside other
agents. Prints what was tried; a row stands for a test that has passed.

  test     one test class alone, for instance ServersTest

Needs a JDK 17 or newer, Maven, some 850 MB of downloads once and 2 GB of disk.
TEXT
}

if [[ ${1-} == --help || ${1-} == -h ]]; then
  usage
  exit 0
fi

cd "$(dirname "${BASH_SOURCE[0]}")/.."
report=agent-tests/servers/target/report.txt
rm -f "$report"
status=0
mvn -q -B -ntp -Pservers -pl agent-tests/servers package
mvn -q -B -ntp -pl agent,agent-tests verify \
  -Dtest="${1:-io.jdbcmirror.tests.servers.*Test}" -Dsurefire.failIfNoSpecifiedTests=false \
  -Djdbcmirror.test.excluded= || status=$?
printf '%-28s %-14s %-13s %-10s %s\n' server version 'same answers' mirrored 'outcomes add up'
[[ ! -f $report ]] || cat "$report"
exit "$status"
