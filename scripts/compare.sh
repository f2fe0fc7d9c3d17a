#!/usr/bin/env bash
# Whether the comparison finds what there is, and nothing else: scripts/compare.sh [runs]
# Under load on PostgreSQL, a target on which things are planted (an index less, a constraint more, a changed row,
# a changed function), then so many runs against a true copy, 20 unless told otherwise: 20 s each.
set -euo pipefail
cd "$(dirname "$0")/.."

mvn -B -ntp -q -pl agent,agent-tests verify -Dtest=PlantedLongTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Djdbcmirror.test.runs="${1:-20}"
