#!/usr/bin/env bash
# What was tried to break the application or the mirror, and how much of it was survived, as one table.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: scripts/torture.sh [--last]

Runs the tests that try to break the application, its JVM or the mirror, and
prints how many were tried and survived; --last prints the table of the last run,
also one of mvn verify. Takes ten minutes. scripts/servers.sh (application
servers and other agents) and scripts/soak.sh (random faults) come on top.

Exit status: 0 if all that was tried was survived. Needs a JDK 17 or newer and Maven.
TEXT
}

if [[ ${1-} == --help || ${1-} == -h ]]; then
  usage
  exit 0
fi
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rows=(
  'start-up: settings, files, ports, a damaged jar, other tools:WrongSettingTest EnvironmentTest StartTest DamagedJarTest ToolsTest'
  'Java 8 to 25, archives, modules, attaching:JavaMatrixTest JvmTest AttachTest InheritanceTest'
  'class loaders that hide the agent:NarrowLoaderTest'
  "faults of the agent's own, at every hook:HookFaultTest FaultTest SwitchedOffTest AgentFaultTest OverflowTest"
  'the same calls as without the agent:TransparentTest UntouchedTest'
  'memory:MemoryTest BoundsTest HeldTextTest StatementCacheTest'
  'a target that misbehaves:SickTargetTest SilentTargetTest BrokenTargetTest FullTargetTest LoadTest StalledTargetLongTest'
  'applications that end with work in the queue:UndeployedTest LiveDriversTest'
  'exit, SIGTERM, SIGKILL:ExitTest'
  'the target is never the source:TargetSafetyTest OneDriverTest PostgresCopiesTest SafetyGuardTest'
  'a hostile target:HostileTargetTest TlsTargetLongTest LimitedSocketsTest DangerousParametersTest'
  'secrets:SecretsTest UrlMaskTest'
  'the port:PortTest HttpTest HttpsTest EndpointTest SlowClientTest ProtectedServerTest MetricsServerTest ControlTest ControlledTest'
  'concurrency:VirtualThreadTest ParallelStartTest PlaceRaceTest'
)

status=0
if [[ ${1-} != --last ]]; then
  tests=$(printf '%s\n' "${rows[@]}" | sed 's|.*:||' | tr ' \n' ',,')
  rm -rf agent/target/surefire-reports agent-tests/target/surefire-reports
  mvn -B -ntp -q -pl agent,agent-tests verify -Dtest="${tests%,}" -Dsurefire.failIfNoSpecifiedTests=false || status=$?
fi

# Sums of the attributes that surefire writes into the first line of each report.
counts() {
  local name
  for name in "$@"; do
    cat agent/target/surefire-reports/TEST-*."$name".xml agent-tests/target/surefire-reports/TEST-*."$name".xml 2>/dev/null |
      grep -m1 '<testsuite ' || true
  done | sed 's/.* tests="\([0-9]*\)" errors="\([0-9]*\)" skipped="\([0-9]*\)" failures="\([0-9]*\)".*/\1 \2 \3 \4/' |
    awk '{ tried += $1 - $3; lost += $2 + $4 } END { printf "%6d %9d", tried, tried - lost; exit tried == 0 || lost > 0 }'
}

printf '%-64s %6s %9s\n' 'what' tried survived
for row in "${rows[@]}"; do
  what=${row%:*}
  read -r -a names <<<"${row##*:}"
  line=$(counts "${names[@]}") || status=1
  printf '%-64s %s\n' "$what" "$line"
done
exit "$status"
