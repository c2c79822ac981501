# Java to Verilog, scheduling included, in a JVM that is warm: see CompileTime.java.

# The kernels are separated by spaces on purpose.
# shellcheck disable=SC2086
"$jdk/bin/java" "@$build/java.options" "$benchmarks/cases/CompileTime.java" verilog 5 "$rounds" "$board" $kernels >"$work/warm"
while read -r kernel first seconds ratio; do
    row java-to-verilog "$seconds" s 2 "$kernel; $ratio × javac in the same JVM; the first time $first s"
done <"$work/warm"
