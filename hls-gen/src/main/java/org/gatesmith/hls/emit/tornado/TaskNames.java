package org.gatesmith.hls.emit.tornado;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.gatesmith.hls.emit.NameScope;
import org.jspecify.annotations.Nullable;

/** Names in a task: each is used once in the whole method. */
final class TaskNames {

    /** Names that the file uses for something else. */
    private static final Set<String> TAKEN = Set.of(
            "Exact",
            "Math",
            "TornadoMath",
            "Integer",
            "Long",
            "Float",
            "Double",
            "Parallel",
            "ByteArray",
            "ShortArray",
            "IntArray",
            "LongArray",
            "FloatArray",
            "DoubleArray",
            "String",
            "Object",
            FloatTerms.INFINITY,
            FloatTerms.NAN);

    /** Words of OpenCL C that Java permits as the name of a method, from which TornadoVM makes the kernel's (OpenCL C 1.2, 6.1.9). */
    private static final Set<String> OPENCL_WORDS = Set.of(
            "kernel",
            "global",
            "local",
            "constant",
            "private",
            "half",
            "uchar",
            "ushort",
            "uint",
            "ulong",
            "bool",
            "unsigned",
            "signed",
            "struct",
            "union",
            "typedef",
            "sizeof",
            "register",
            "extern",
            "inline",
            "image2d_t",
            "image3d_t",
            "sampler_t",
            "event_t",
            "read_only",
            "write_only",
            "read_write",
            "size_t",
            "ptrdiff_t",
            "intptr_t",
            "uintptr_t",
            "complex",
            "imaginary",
            "auto",
            "restrict",
            "main");

    private final NameScope scope = NameScope.ofFile(TAKEN);

    String declare(@Nullable String wanted) {
        String name = wanted == null ? "t" : wanted;
        return scope.declare(SourceVersion.isKeyword(name) ? name + "Value" : name);
    }

    /** The method's name for a kernel. */
    static String method(String kernel) {
        return OPENCL_WORDS.contains(kernel) || SourceVersion.isKeyword(kernel) ? kernel + "_task" : kernel;
    }

    /** The class's name for a kernel: {@code gemm_i8} becomes {@code GemmI8Task}. */
    static String type(String kernel) {
        return Stream.of(kernel.split("_", -1))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + "Task";
    }
}
