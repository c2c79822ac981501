#!/bin/sh
# Measures what Gatesmith promises about speed, against yardsticks taken in the same run.
#
#   benchmarks/run.sh [--rounds N] [--out FILE] [--check] [NAME...]
#
#   NAME        a script of benchmarks/cases without its ending; all of them if none is named
#   --rounds N  how often each thing is measured (5); figures are medians
#   --out FILE  writes the table to FILE too
#   --check     exit code 1 if a limit is missed; without it verdicts only inform
#
# docs/benchmarks.md says what each case measures and how to read its figures.
set -eu

benchmarks=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
root=$(dirname -- "$benchmarks")

usage() {
    sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p;}' "$benchmarks/run.sh" >&2
    exit 2
}

rounds=5 out='' check=no
while [ $# -gt 0 ]; do
    case $1 in
        --rounds) [ $# -ge 2 ] || usage; rounds=$2; shift ;;
        --out) [ $# -ge 2 ] || usage; out=$2; shift ;;
        --check) check=yes ;;
        -*) usage ;;
        *) break ;;
    esac
    shift
done
case $rounds in
    '' | *[!0-9]* | 0) usage ;;
esac
[ $# -gt 0 ] || set -- start-up java-to-hls java-to-verilog cold-build reuse gemm-i8 rtl-speed streaming large-gemm
for name; do
    [ -r "$benchmarks/cases/$name.sh" ] || {
        echo "there is no benchmark '$name'; there are: $(cd "$benchmarks/cases" && echo *.sh | sed 's/\.sh//g')" >&2
        exit 2
    }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

# ---------------------------------------------------------------- for the cases

gatesmith() { "$root/gatesmith" "$@"; }

# Nanoseconds, for differences.
now() { date +%s%N; }

# Seconds of processor time that this shell's children have taken, to a hundredth.
processor_time() {
    times >"$work/times"
    awk 'NR == 2 { gsub(/[ms]/, " "); print $1 * 60 + $2 + $3 * 60 + $4 }' "$work/times"
}

# Runs a command and adds a line to file $1 in the work folder: its seconds by the clock and on processors.
measure() {
    samples=$work/$1
    shift
    processor_time >"$work/before"
    start=$(now)
    "$@" >"$work/output" 2>&1 </dev/null || {
        echo "this failed: $*" >&2
        cat "$work/output" >&2
        exit 1
    }
    end=$(now)
    processor_time >"$work/after"
    echo "$start $end $(cat "$work/before" "$work/after" | tr '\n' ' ')" |
        awk '{ printf "%.4f %.2f\n", ($2 - $1) / 1e9, $4 - $3 }' >>"$samples"
}

# The median of column $2 of file $1 in the work folder.
median() {
    sort -n -k "$2,$2" "$work/$1" |
        awk -v column="$2" '{ v[NR] = $column } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# The smallest of column $2 of file $1 in the work folder: nearest to what an idle machine would show.
best() { sort -n -k "$2,$2" "$work/$1" | awk -v column="$2" 'NR == 1 { print $column }'; }

# The median of the ratios, line by line, of the first columns of files $1 and $2: what was measured in one round shared the
# same load on the machine.
median_ratio() {
    paste -d ' ' "$work/$1" "$work/$2" | awk -v columns="$(awk '{ print NF; exit }' "$work/$1")" \
        '{ print $1 / $(columns + 1) }' >"$work/ratios"
    printf '%.2f' "$(median ratios 1)"
}

# A line of the table: benchmark, value, unit, limit (- for none; the value must be below it), explanation.
row() {
    echo "$2 $4" | awk -v name="$1" -v unit="$3" -v text="$5" '
        {
            verdict = $2 == "-" ? "-" : $1 < $2 ? "ok" : "MISSED"
            limit = $2 == "-" ? "-" : "< " $2 " " unit
            printf "%-15s %12s  %-8s %-8s %s\n", name, sprintf(unit == "s" ? "%.3f %s" : "%g %s", $1, unit), limit, verdict, text
        }'
}

# ---------------------------------------------------------------- the run

# The first command builds if sources have changed; its state then names the build and the JDK.
gatesmith list >/dev/null
build=$(sed -n 2p "$root/.gatesmith/build")
jdk=$(sed -n '3s/ [^ ]*$//p' "$root/.gatesmith/build")
board=u280
kernels=$(gatesmith list | awk '{ print $1 }')

machine() {
    sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1
}

heading() {
    echo "machine   $(machine), $(getconf _NPROCESSORS_ONLN) processors, $(uname -sr), load $(cut -d ' ' -f 1-3 /proc/loadavg)"
    echo "versions  Gatesmith $(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo unknown)," \
        "Java $("$jdk/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')," \
        "$("${CXX:-g++}" --version 2>/dev/null | head -n 1)"
    echo "rounds    $rounds; figures are medians"
    echo
    printf '%-15s %12s  %-8s %-8s %s\n' benchmark figure limit verdict 'what'
}

# Cases run in shells of their own. A case that cannot run ends everything: a table with holes would pass for a good one.
table() {
    heading
    for name; do
        (
            work=$work/$name
            mkdir "$work"
            # shellcheck source=/dev/null
            . "$benchmarks/cases/$name.sh"
        )
    done
    : >"$work/complete"
}

# In a condition the shell would not stop at failures, hence the file.
table "$@" | tee "$work/result"
[ -e "$work/complete" ] || exit 1
[ -z "$out" ] || cp "$work/result" "$out"
[ "$check" = no ] || ! grep -q ' MISSED ' "$work/result"
