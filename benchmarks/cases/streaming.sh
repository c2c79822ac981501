# Streaming with overlap, on a device that is made to be slow, and its cost per tile in C simulation: see Streaming.java, which
# prints the figures of one round.

for _ in $(seq "$rounds"); do
    "$jdk/bin/java" "@$build/java.options" "$benchmarks/cases/Streaming.java" delayed >>"$work/delayed"
    "$jdk/bin/java" "@$build/java.options" "$benchmarks/cases/Streaming.java" csim >>"$work/csim"
done
awk '{ print $1 / $2 }' "$work/delayed" >"$work/streamed-ratios"
awk '{ print $3 / $1 }' "$work/delayed" >"$work/serial-ratios"
row streaming "$(printf '%.3f' "$(median streamed-ratios 1)")" x 1.1 \
    "streamed run : its busiest stage ($(median delayed 1) s : $(median delayed 2) s)"
row streaming "$(printf '%.2f' "$(median serial-ratios 1)")" x - \
    "the same steps without overlap : streamed run ($(median delayed 3) s : $(median delayed 1) s)"
row streaming "$(median csim 1)" us - "for a tile of one element of vector_add in C simulation"
