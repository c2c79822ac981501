# `gatesmith run … --on csim` twice without a change: the second must not call the C++ compiler. $CXX is a script that counts.

compiler=${CXX:-g++}
cat >"$work/counting-compiler" <<CXX
#!/bin/sh
[ "\$1" = --version ] || echo "\$*" >>'$work/compilations'
exec $compiler "\$@"
CXX
chmod +x "$work/counting-compiler"

compilations() { wc -l <"$work/compilations"; }

run_on_csim() {
    GATESMITH_CACHE=$work/cache CXX=$work/counting-compiler gatesmith run image_filter --board "$board" --on csim
}

again=0
for _ in $(seq "$rounds"); do
    rm -rf "$work/cache"
    : >"$work/compilations"
    measure first run_on_csim
    made=$(compilations)
    [ "$made" -gt 0 ] || { echo "the compiler was never seen at work, so nothing can be said of reuse" >&2 && exit 1; }
    measure second run_on_csim
    again=$((again + $(compilations) - made))
done
row reuse "$again" calls 1 "of the C++ compiler in $rounds second runs of image_filter (a first run: $made)"
row reuse "$(median_ratio first second)" x - "first run, nothing cached : second run ($(median first 1) s : $(median second 1) s)"
