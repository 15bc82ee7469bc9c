# Runs steps and counts them: what each printed, how long it took, and how many tests it had. Sourced by `run`.

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# step <name> <command...>
step() {
  local name=$1 status=0
  shift
  printf '\n=== %s\n' "$name"
  measure "$name" "$@" || status=$?
  if [ "$status" -eq 0 ]; then record "$name" 1 0; else record "$name" 0 1; fi
  return "$status"
}

# tests <name> <command...>: a run of vitest counts by its tests, not as one step.
tests() {
  local name=$1 report=$results/$1.json status=0 counts ok bad
  shift
  printf '\n=== %s\n' "$name"
  measure "$name" "$@" --reporter=default --reporter=json --outputFile.json="$report" || status=$?
  counts=$(node -e '
    const report = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))
    console.log(report.numPassedTests, report.numTotalTests - report.numPassedTests)
  ' "$report" 2>/dev/null) || counts='0 1'
  read -r ok bad <<<"$counts"
  # A suite that could not be loaded has no failed tests, and must not pass for that.
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  record "$name" "$ok" "$bad"
}

measure() {
  local name=$1 status=0 TIMEFORMAT='%0R %0U %0S'
  shift
  { time "$@" 2>&1; } 2>"$results/$name.time" || status=$?
  [ "$status" -eq 0 ] || printf '=== FAILED: %s\n' "$name"
  return "$status"
}

# record <name> <passed> <failed>
record() {
  local seconds user system
  read -r seconds user system <"$results/$1.time"
  printf '%s\t%d\t%d\t%d\t%d\n' "$1" "$seconds" "$((user + system))" "$2" "$3" >>"$results/steps"
}

skip() {
  printf '\n=== %s: skipped, nothing that it reads has changed since %s\n' "$1" "$2"
  printf '%s\tskipped\n' "$1" >>"$results/steps"
}

# together <function...>: each runs at the same time as the others. What one printed comes in one piece, when it has ended.
together() {
  local name pids=()
  for name in "$@"; do
    printf '\n=== started: %s\n' "$name"
    "$name" >"$results/$name.log" 2>&1 &
    pids+=("$!")
  done
  for name in "$@"; do
    wait "${pids[0]}"
    pids=("${pids[@]:1}")
    cat "$results/$name.log"
  done
}

# What failed and why, once more at the very end: of a long log often only the end is kept.
describe_failures() {
  find "$results" -name '*.json' -print0 | xargs -0 -r node -e '
    const fs = require("fs")
    for (const name of process.argv.slice(1)) {
      const { testResults } = JSON.parse(fs.readFileSync(name, "utf8"))
      for (const { name: file, status, message, assertionResults } of testResults) {
        const bad = assertionResults.filter((test) => test.status === "failed")
        if (status === "failed" && bad.length === 0) console.log(`FAILED ${file}\n${message}\n`)
        for (const test of bad) {
          const why = test.failureMessages.join("\n").split("\n").slice(0, 40).join("\n")
          console.log(`FAILED ${file}\n  ${test.fullName}\n${why}\n`)
        }
      }
    }
  '
}

# The table of all steps, and the line that the whole run ends with.
summarize() {
  awk -F '\t' '
    BEGIN { printf "\n%-36s %8s %12s %7s %7s\n", "step", "seconds", "CPU seconds", "passed", "failed" }
    $2 == "skipped" { printf "%-36s %8s\n", $1, "skipped"; next }
    { printf "%-36s %8d %12d %7d %7d\n", $1, $2, $3, $4, $5; passed += $4; failed += $5 }
    END { printf "\n%d passed, %d failed\n", passed, failed; exit (failed > 0) }
  ' "$results/steps"
}
