# gemm_i8 under csim against gemm_i8_by_hand.c: same loops, same tiling, same optimisation level, same files, alternating,
# each time a process of its own that touches its memory for the first time.
#
# GCC 12's unroll-and-jam, part of -O3, slows the C down and happens to pass the emitted code by. So there is a second
# yardstick without it, which is the harder one.

size=512
program=$benchmarks/cases/gemm_i8_by_hand.c
level=$(grep -o '"-O[0-9a-z]*"' "$root/host-runtime/src/main/java/org/gatesmith/host/csim/CsimBuild.java" | tr -d '"')
"${CXX:-g++}" -x c -std=c11 "$level" "$program" -o "$work/by-hand"
"${CXX:-g++}" -x c -std=c11 "$level" -fno-loop-unroll-and-jam "$program" -o "$work/by-hand-not-jammed"

# Compiles the kernel, compares it with the JVM, and leaves the program that csim runs.
GATESMITH_CACHE=$work/cache gatesmith run gemm_i8 --board "$board" --on csim --size m=$size n=$size k=$size --json >"$work/report"
simulation=$(find "$work/cache" -type f -name csim)
[ -x "$simulation" ] || { echo "there is no program csim in the cache of compiled kernels" >&2 && exit 1; }

head -c $((size * size)) /dev/urandom >"$work/a"
head -c $((size * size)) /dev/urandom >"$work/b"
head -c $((size * size * 4)) /dev/zero >"$work/c.csim"
cp "$work/c.csim" "$work/c.by-hand"
cp "$work/c.csim" "$work/c.by-hand-not-jammed"

simulate() {
    "$simulation" <<COMMANDS | sed -n 's/.*"nanoseconds":\([0-9]*\).*/\1/p'
map a 0 $((size * size)) $work/a
map b 0 $((size * size)) $work/b
map c 0 $((size * size * 4)) $work/c.csim
run $(printf '%x %x %x' $size $size $size)
COMMANDS
}

multiply_by_hand() {
    "$work/$1" "$work/a" "$work/b" "$work/c.$1" $size $size $size
}

# One run takes hundredths of a second, so there is time for many.
for _ in $(seq $((3 * rounds))); do
    multiply_by_hand by-hand >>"$work/by-hand.ns"
    simulate >>"$work/csim.ns"
    multiply_by_hand by-hand-not-jammed >>"$work/by-hand-not-jammed.ns"
done
for hand in by-hand by-hand-not-jammed; do
    cmp "$work/c.csim" "$work/c.$hand" >&2 || { echo "csim and $program differ" >&2 && exit 1; }
done

milliseconds() { median "$1" 1 | awk '{ printf "%.1f ms", $1 / 1e6 }'; }

row gemm-i8 "$(median_ratio csim.ns by-hand.ns)" x 2 \
    "csim : C by hand, $level ($(milliseconds csim.ns) : $(milliseconds by-hand.ns))"
row gemm-i8 "$(median_ratio csim.ns by-hand-not-jammed.ns)" x 2 \
    "csim : C by hand, $level -fno-loop-unroll-and-jam ($(milliseconds by-hand-not-jammed.ns))"
row gemm-i8 "$(sed -n 's/.*"deviceSeconds" : \([0-9.E-]*\).*/\1/p' "$work/report")" s - \
    "deviceSeconds as gatesmith run reports them, once"
