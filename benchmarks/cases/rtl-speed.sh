# Cycles that Verilated kernels simulate in a second. Two calls differ in size alone, so that what a run takes anyway drops out.

cycles() { sed -n 's/ cycles in [0-9]* call.*//p' "$work/output" | tr -cd '0-9'; }

# $1: kernel; $2 and $3: scalars of a small and a large call, separated by spaces on purpose.
simulate() {
    # shellcheck disable=SC2086
    gatesmith run "$1" --board "$board" --on rtl --verify none --size $2 >/dev/null # compiles the model
    rm -f "$work/small" "$work/large"
    i=0
    while [ $i -lt "$rounds" ]; do
        # shellcheck disable=SC2086
        measure small gatesmith run "$1" --board "$board" --on rtl --verify none --size $2
        few=$(cycles)
        # shellcheck disable=SC2086
        measure large gatesmith run "$1" --board "$board" --on rtl --verify none --size $3
        many=$(cycles)
        i=$((i + 1))
    done
    seconds=$(echo "$(median large 1) $(median small 1)" | awk '{ print $1 - $2 }')
    rate=$(echo "$many $few $seconds" | awk '{ printf "%.2f", ($1 - $2) / $3 / 1e6 }')
    slower=$(echo "$rate" | awk '{ printf "%.0f", 300 / $1 }')
    row rtl-speed "$rate" Mcycle/s - "$1; the card at 300 MHz is $slower times as fast; $many cycles"
}

simulate vector_add n=16 n=16000000
simulate image_filter "h=16 w=16 mode=1" "h=2160 w=3840 mode=1"
simulate gemm_i8 "m=16 n=16 k=16" "m=1024 n=1024 k=1024"
