#!/usr/bin/env bash
# A shop under load with one fault of the target after the other: scripts/soak.sh [seconds]
# Half an hour unless told otherwise. Ends with what came of it, and fails if anything does not add up or grows.
set -euo pipefail
cd "$(dirname "$0")/.."

mvn -B -ntp -q -pl agent,agent-tests verify -Dtest=SoakLongTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Djdbcmirror.test.soak="${1:-1800}"
