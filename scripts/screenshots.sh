#!/usr/bin/env bash
# Makes the pictures of the page and the report that the README shows, of a real run on PostgreSQL in the system's Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

for program in chromium chromedriver; do
  command -v "$program" >/dev/null || { echo "no $program; on Debian: apt-get install chromium chromium-driver" >&2; exit 1; }
done
mvn -B -ntp -q -pl agent,agent-tests verify -Dtest=ScreenshotsLongTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Djdbcmirror.test.screenshots="$PWD/scripts/screenshots"
ls -l scripts/screenshots
