#!/usr/bin/env bash
# Times whole processes on one capture, one after the other in each round so that a noisy machine is unfair to all alike,
# and prints in milliseconds the median, least and most wall time, the median of the processor time (which suffers less
# from neighbours, and counts what a JVM compiles and collects on other threads), and the ratio of the median wall time to
# the first program's.
#
#   bash icmp-bench/compare.sh FILE [ROUNDS]
#
# Run `mvn package` first. Programs that are not installed are left out, and said so. JAVA_OPTS goes to every JVM.
set -euo pipefail

file=${1:?"usage: compare.sh FILE [ROUNDS]"}
rounds=${2:-7}
jar=$(dirname "$0")/target/icmp-bench.jar
for needed in "$file" "$jar"; do
  [ -r "$needed" ] || { echo "cannot read $needed" >&2; exit 1; }
done
read -ra java <<<"java ${JAVA_OPTS:-} -cp $jar io.icmpscope.bench.AnalyzeCapture"

names=(cat 'tcpdump icmp' 'tcpdump icmp or icmp6' 'analyze read' 'analyze mapped')
run() {
  case $1 in
    cat) cat "$file" ;;
    'tcpdump icmp') tcpdump -r "$file" -w /dev/null icmp ;;
    'tcpdump icmp or icmp6') tcpdump -r "$file" -w /dev/null icmp or icmp6 ;;
    'analyze read') "${java[@]}" read "$file" ;;
    'analyze mapped') "${java[@]}" mapped "$file" ;;
  esac >/dev/null 2>&1
}

times=$(mktemp)
trap 'rm -f "$times"' EXIT
TIMEFORMAT='%3R %3U %3S'
for ((round = 0; round <= rounds; round++)); do # the first round fills the page cache and is not counted
  for name in "${names[@]}"; do
    case $name in tcpdump*) command -v tcpdump >/dev/null || continue ;; esac
    taken=$({ time run "$name"; } 2>&1) || { echo "$name failed on $file" >&2; exit 1; }
    [ "$round" -eq 0 ] || awk -v name="$name" '{ printf "%s\t%d\t%d\n", name, $1 * 1000, ($2 + $3) * 1000 }' <<<"$taken"
  done
done >"$times"

# The lower median, the least and the most of a column of one program.
column() {
  awk -F'\t' -v name="$1" -v column="$2" '$1 == name { print $column }' "$times" | sort -n |
    awk '{ t[NR] = $1 } END { if (NR) print t[int((NR + 1) / 2)], t[1], t[NR] }'
}

command -v tcpdump >/dev/null || echo "tcpdump is not installed: left out"
printf '%-24s %9s %9s %9s %9s %7s\n' "$(basename "$file"), $rounds rounds" median least most processor ratio
first=
for name in "${names[@]}"; do
  read -r median least most <<<"$(column "$name" 2)"
  [ -n "$median" ] || continue
  first=${first:-$median}
  read -r processor _ <<<"$(column "$name" 3)"
  awk -v name="$name" -v line="$median $least $most $processor" -v first="$first" 'BEGIN {
    split(line, t, " "); printf "%-24s %9d %9d %9d %9d %7.2f\n", name, t[1], t[2], t[3], t[4], t[1] / (first ? first : 1) }'
done
