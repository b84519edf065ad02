#!/usr/bin/env bash
# Builds the fuzz harnesses with clang and runs each for a minute, two at a time, behind other work:
#   tests/fuzz/run.sh [folder of the build]
# METODAKTIV_FUZZ_SECONDS  how long each runs (60)
# METODAKTIV_FUZZ_CORPUS   folder that keeps what they learn between runs (none)
# Fails on any finding and names the file that caused it: put it into tests/fuzz/findings/<harness>/
# once it is mended.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly build="${1:-build/fuzz}" seconds="${METODAKTIV_FUZZ_SECONDS:-60}"
readonly names=(csv front_matter markdown path profile template toml xlsx)
readonly limits=(-timeout=60 -rss_limit_mb=2048)
export LSAN_OPTIONS="suppressions=$PWD/tests/sanitizers/leak.supp:print_suppressions=0"

cmake --preset fuzz -B "$build" -DCMAKE_CXX_COMPILER_LAUNCHER="$(command -v ccache || true)" >/dev/null
ninja -C "$build" -j 2 fuzzers >"$build/build.log" || {
  cat "$build/build.log"
  exit 1
}

work="$(mktemp -d "${TMPDIR:-/tmp}/metodaktiv-fuzz.XXXXXX")"
trap 'rm -rf "$work"' EXIT

# Files of the project that are what a harness reads, to begin with. The template and profile
# harnesses take one more byte in front: which kind of input it is.
seeds() {
  local name="$1" to="$2" file
  case "$name" in
    markdown | front_matter) find content data/regions -name '*.md' -size -8k -exec cp -t "$to" --backup=numbered {} + ;;
    toml) find data/forms data/checks data/reports -name '*.toml' -size -8k -exec cp -t "$to" --backup=numbered {} + ;;
    template)
      while read -r file; do
        { printf '\1' && tail -n +2 "$file"; } >"$to/${file##*/}"
      done < <(find templates -maxdepth 1 -name '*.html' -size -8k)
      ;;
  esac
  if [[ -d tests/fuzz/findings/$name ]]; then cp "tests/fuzz/findings/$name/"* "$to"; fi
}

run_one() {
  local name="$1" found="$build/findings/$1" options=() corpus="$work/$1"
  mkdir -p "$found" "$corpus/seeds"
  seeds "$name" "$corpus/seeds"
  if [[ -n "${METODAKTIV_FUZZ_CORPUS:-}" ]]; then corpus="$METODAKTIV_FUZZ_CORPUS/$name"; fi
  mkdir -p "$corpus/learnt"
  if [[ -f tests/fuzz/$name.dict ]]; then options+=("-dict=tests/fuzz/$name.dict"); fi
  if nice -n 15 "$build/tests/fuzz/${name}_fuzz" "${limits[@]}" "${options[@]}" -max_total_time="$seconds" \
    -print_final_stats=1 -artifact_prefix="$found/" "$corpus/learnt" "$work/$name/seeds" \
    >"$build/$name.log" 2>&1; then
    printf '%-13s %s\n' "$name" "$(sed -n 's/^Done \([0-9]*\) runs in \([0-9]*\) .*/\1 inputs in \2 s/p' "$build/$name.log"), $(
      grep -ao 'cov: [0-9]*' "$build/$name.log" | tail -n 1)"
  else
    printf '%-13s FAILED\n' "$name"
    tail -n 60 "$build/$name.log"
    return 1
  fi
}

status=0 running=0
for name in "${names[@]}"; do
  if [[ $running -eq 2 ]]; then
    wait -n || status=1
    running=$((running - 1))
  fi
  run_one "$name" &
  running=$((running + 1))
done
while [[ $running -gt 0 ]]; do
  wait -n || status=1
  running=$((running - 1))
done
exit $status
