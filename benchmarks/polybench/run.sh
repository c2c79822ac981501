#!/bin/sh
# Schedules the PolyBench kernels of this folder for the U280 at 300 MHz, simulates them, and prints a table of cycles.
#
#   benchmarks/polybench/run.sh [--no-simulation] [KERNEL[.DSPS]...]
#
#   --no-simulation  only predicts, which takes seconds
#   KERNEL[.DSPS]    such as Gemm or Gemm.2560; all schedules of this folder if none is named
#
# docs/polybench.md says what the columns mean and where the published figures are from.
set -eu

folder=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
gatesmith=$(dirname -- "$(dirname -- "$folder")")/gatesmith

# RTL cycles of Stream-HLS at most 220, 2,560 and 9,024 DSPs.
published() {
    case $1 in
        Gemm.220) echo 330053 ;; Gemm.2560) echo 24051 ;; Gemm.9024) echo 7100 ;;
        TwoMm.220) echo 378254 ;; TwoMm.2560) echo 36352 ;; TwoMm.9024) echo 11832 ;;
        ThreeMm.220) echo 601511 ;; ThreeMm.2560) echo 49092 ;; ThreeMm.9024) echo 14357 ;;
        Atax.220) echo 15855 ;; Atax.2560 | Atax.9024) echo 2180 ;;
        Bicg.220) echo 8033 ;; Bicg.2560 | Bicg.9024) echo 1112 ;;
        Gesummv.220) echo 3177 ;; Gesummv.2560 | Gesummv.9024) echo 673 ;;
        Mvt.220) echo 8041 ;; Mvt.2560) echo 667 ;; Mvt.9024) echo 550 ;;
    esac
}

# Values of the scalars: PolyBench's own.
scalars() {
    case $1 in
        Gemm | Gesummv | TwoMm) echo alpha=1.5 beta=1.2 ;;
    esac
}

simulation=yes
while [ $# -gt 0 ]; do
    case $1 in
        --no-simulation) simulation=no ;;
        -*) sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p;}' "$0" >&2; exit 2 ;;
        *) break ;;
    esac
    shift
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

# Names of schedules, each kernel's by rising number of DSPs.
schedules() {
    for name; do
        case $name in
            *.*) echo "$name" ;;
            *) for dsps in 220 2560 9024; do echo "$name.$dsps"; done ;;
        esac
    done
}
[ $# -gt 0 ] || set -- Gemm TwoMm ThreeMm Atax Bicg Gesummv Mvt

# Sums of the cycles of the loops whose names begin with "load" or "store", and of all others but those that write Java's zeros.
# Reads lines of a name and a number.
sums() {
    awk '{ kind = $1 ~ /^load/ ? "l" : $1 ~ /^store/ ? "s" : $1 ~ /\.zero[0-9]*$/ ? "z" : "c"; sum[kind] += $2 }
        END { print sum["c"] + 0, sum["l"] + 0, sum["s"] + 0 }'
}

# Numbers without the gaps that group their digits.
without_gaps() { sed -E ':a;s/([0-9]) ([0-9]{3})( |$)/\1\2\3/;ta' "$1"; }

# Of the table of loops those that are not inside another one: name and cycles, which is the fourth number from the right.
predicted_loops() {
    without_gaps "$1" | awk '/^loop / { on = 1; next } on && !NF { exit } on && /^[^ ]/ { print $1, $(NF - 3) }'
}

# The same of the table of a run, where cycles are the last number but one.
simulated_loops() {
    without_gaps "$1" | awk '/^ *pipelined loop / { on = 1; next } on && (/^ *port / || !NF) { exit } on { print $1, $(NF - 1) }'
}

header='%-14s %6s | %9s %8s %8s | %9s %8s %8s | %9s %s\n'
# shellcheck disable=SC2059
printf "$header" schedule DSPs predicted load store simulated load store published ''
for name in $(schedules "$@"); do
    [ -r "$folder/$name.u280.schedule.json" ] || { echo "there is no schedule '$name'" >&2; exit 2; }
    kernel=$folder/${name%.*}.java
    options="--board u280 --schedule $folder/$name.u280.schedule.json"
    # Options are words on purpose.
    # shellcheck disable=SC2086
    "$gatesmith" schedule "$kernel" $options --floats vendor >"$work/predicted" 2>"$work/log" || { cat "$work/log" >&2; exit 1; }
    dsps=$(without_gaps "$work/predicted" | awk '/^estimate / { print $4 }')
    predicted=$(predicted_loops "$work/predicted" | sums)
    simulated='- - -'
    if [ "$simulation" = yes ]; then
        given=$(scalars "${name%.*}")
        # shellcheck disable=SC2086
        "$gatesmith" run "$kernel" $options --on rtl ${given:+--size $given} >"$work/run" 2>"$work/log" || {
            cat "$work/log" "$work/run" >&2
            exit 1
        }
        simulated=$(simulated_loops "$work/run" | sums)
    fi
    # Columns are words on purpose.
    # shellcheck disable=SC2046,SC2059,SC2086
    printf "$header" "$name" "$dsps" $predicted $simulated "$(published "$name")" ''
done
