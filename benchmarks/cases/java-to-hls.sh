# Java to HLS C++ in a JVM that is warm: see JavaToHls.java, which prints kernel, seconds, and the ratio to javac.

# The kernels are separated by spaces on purpose.
# shellcheck disable=SC2086
"$jdk/bin/java" "@$build/java.options" "$benchmarks/cases/JavaToHls.java" "$rounds" "$board" $kernels >"$work/warm"
while read -r kernel first seconds ratio; do
    row java-to-hls "$seconds" s 1 "$kernel; $ratio × javac in the same JVM; the first time $first s"
done <"$work/warm"
