# gemm_i8 on 16384x16384x1024 from .npy files, which are larger than the JVM's heap, in C simulation; a sample of the tiles is
# verified. Resident memory is that of the JVM and of the simulated kernel together, shared pages counted once (PSS), looked at
# ten times a second; clean pages of the page cache that no process maps do not count.

m=16384 n=16384 k=1024
heap=512 # MB

# npy FILE DTYPE ROWS COLUMNS SOURCE: an array file with elements from SOURCE.
npy() {
    header="{'descr': '$2', 'fortran_order': False, 'shape': ($3, $4), }"
    # Version 1.0: magic, version, length of the header, which ends in a newline and makes 128 bytes in all.
    printf '\223NUMPY\001\000\166\000%-117s\n' "$header" >"$1"
    head -c $(($3 * $4 * $(echo "$2" | tr -dc 0-9))) "$5" >>"$1"
}

npy "$work/a.npy" '|i1' $m $k /dev/urandom
npy "$work/b.npy" '|i1' $k $n /dev/urandom
npy "$work/c.npy" '<i4' $m $n /dev/urandom

# Kilobytes that a process and its children hold.
resident() {
    for process in "$1" $(cat "/proc/$1/task/"*/children 2>/dev/null); do
        sed -n 's/^Pss: *\([0-9]*\) kB/\1/p' "/proc/$process/smaps_rollup" 2>/dev/null
    done | awk '{ sum += $1 } END { print sum + 0 }'
}

# Compiles the kernel first, so that only the run is measured.
gatesmith run gemm_i8 --board "$board" --on csim --size m=1 n=1 k=1 >/dev/null
GATESMITH_JAVA_OPTS="-Xmx${heap}m" "$root/gatesmith" run gemm_i8 --board "$board" --on csim \
    --in a="$work/a.npy" --in b="$work/b.npy" --in c="$work/c.npy" \
    --verify sample:10% --out "$work/run" --json --quiet >"$work/report" &
process=$!
peak=0
while kill -0 $process 2>/dev/null; do
    now=$(resident $process)
    [ "$now" -le "$peak" ] || peak=$now
    sleep 0.1
done
wait $process || {
    echo "the run failed" >&2
    cat "$work/report" >&2
    exit 1
}
field() { sed -n "s/.*\"$1\" : \([0-9.]*\).*/\1/p" "$work/report" | head -n 1; }
wall=$(field wallSeconds)

row large-gemm $((peak / 1024)) MiB 1536 "resident at most, JVM with ${heap} MB of heap and csim together"
row large-gemm "$wall" s - \
    "streamed, $(field partsCompared) of $(field parts) tiles verified; csim worked $(field deviceSeconds) s of it"
row large-gemm "$(echo "$wall" | awk -v n=$((m * n / 1000000)) -v k=$k '{ print n * k / $1 / 1000 }')" GMAC/s - \
    "multiplications and additions per second of the whole run"
