# Java to HLS C++ in a JVM that is warm: see CompileTime.java, which prints kernel, seconds, and the ratio to javac.

# The kernels are separated by spaces on purpose; figures of later rounds hardly fall any further.
# shellcheck disable=SC2086
"$jdk/bin/java" "@$build/java.options" "$benchmarks/cases/CompileTime.java" hls 20 "$rounds" "$board" $kernels >"$work/warm"
while read -r kernel first seconds ratio; do
    row java-to-hls "$seconds" s 1 "$kernel; $ratio × javac in the same JVM; the first time $first s"
done <"$work/warm"
