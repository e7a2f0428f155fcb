#!/usr/bin/env bash
# The gate of a pull request: validates the clause files, compares those that it changed with its base, and fails by
# policy. Annotations go to standard output; reports and the summary to files.
#
#   CLAUSE_PATHS    what to look at, separated by spaces (default: the project's clause folder)
#   BASE            the revision to compare with; nothing is compared where it is empty or all zeros
#   FAIL_ON         the severity from which validate fails (default: the project's setting)
#   DIFF_FAIL_ON    what diff fails on, a severity or directions such as weakened,narrowed (default: the project's setting)
#   REPORTS         the folder for reports (default: clausetrack-reports)
#   SUMMARY         a file that the summary is added to (default: GITHUB_STEP_SUMMARY, where it is set)
#   ANNOTATIONS     the format of what is printed: github or text (default: github)
set -uo pipefail

reports=${REPORTS:-clausetrack-reports}
summary=${SUMMARY:-${GITHUB_STEP_SUMMARY:-}}
format=${ANNOTATIONS:-github}
base=${BASE:-}
status=0
mkdir -p "$reports"
read -r -a paths <<<"${CLAUSE_PATHS:-}"

worst() { # The worst of two exit statuses: an input that is wrong says more than a finding.
  if [ "$1" -gt "$status" ]; then status=$1; fi
}

clausetrack validate ${paths[@]+"${paths[@]}"} ${FAIL_ON:+--fail-on "$FAIL_ON"} \
  --format "$format" --format sarif="$reports/validate.sarif" \
  --format junit="$reports/validate.xml" --format gitlab="$reports/validate.json"
worst $?

if [ -n "${base//0/}" ]; then
  clausetrack diff --changed "$base...HEAD" ${paths[@]+"${paths[@]}"} ${DIFF_FAIL_ON:+--fail-on "$DIFF_FAIL_ON"} \
    --format "$format" --format sarif="$reports/diff.sarif" --format markdown="$reports/diff.md" \
    --format junit="$reports/diff.xml" --format gitlab="$reports/diff.json"
  worst $?
fi

if [ -n "$summary" ] && [ -f "$reports/diff.md" ]; then cat "$reports/diff.md" >>"$summary"; fi
exit "$status"
