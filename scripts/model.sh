#!/usr/bin/env bash
# scripts/model.sh: ten thousand random sequences of acts over the desk on each engine (NUANQUN_TEST_SEQUENCES: another number);
# `npm run model` starts the servers around it. Prints for each half of them what was played.
set -euo pipefail
export NUANQUN_TEST_SEQUENCES=${NUANQUN_TEST_SEQUENCES:-10000}
status=0
for engine in sqlite postgres; do
  vitest run test/bots/desk-model- --project "$engine" --disable-console-intercept || status=$?
done
exit "$status"
