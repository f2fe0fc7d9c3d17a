#!/usr/bin/env bash
# What the agent costs, each figure beside its baseline of the same run.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
mvn -q -B -ntp -Pbenchmarks -pl agent-tests/benchmarks -am pre-integration-test -DskipTests
module=agent-tests/benchmarks
exec java -cp "$module/target/classes:$module/target/libraries/*" \
  -Djdbcmirror.agent.jar="$PWD/agent/target/jdbc-mirror-agent.jar" \
  -Djdbcmirror.test.mariadb="$PWD/agent-tests/target/mariadb" \
  -Djdbcmirror.opentelemetry.jar="$PWD/$module/target/others/opentelemetry-javaagent.jar" \
  io.jdbcmirror.benchmarks.Bench "$@"
