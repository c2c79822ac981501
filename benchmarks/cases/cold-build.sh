# `gatesmith build` in a process of its own: HLS C++, test bench, scripts. Beside it javac on the same kernel's file.

class_path=$(echo "$build"/lib/*.jar | tr ' ' ':')
for kernel in $kernels; do
    source=$(grep -rlF "@Kernel(\"$kernel\")" "$root/kernels/library/src/main/java")
    for _ in $(seq "$rounds"); do
        rm -rf "$work/built" "$work/classes"
        measure "build.$kernel" gatesmith build "$kernel" --board "$board" --out "$work/built"
        measure "javac.$kernel" "$jdk/bin/javac" -proc:none -cp "$class_path" -d "$work/classes" "$source"
    done
    row cold-build "$(median "build.$kernel" 1)" s 3 \
        "$kernel; $(median_ratio "build.$kernel" "javac.$kernel") × javac; best $(best "build.$kernel" 1) s, processor time $(median "build.$kernel" 2) s"
done
