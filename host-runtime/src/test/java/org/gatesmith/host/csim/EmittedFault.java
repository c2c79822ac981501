package org.gatesmith.host.csim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gatesmith.hls.CompiledKernel;

/** Emitted files with a fault put into the kernel's source. */
public final class EmittedFault {

    private EmittedFault() {}

    /** The files of a kernel for a board, its {@code .cpp} as {@code fault} makes it. */
    public static Map<String, String> in(CompiledKernel kernel, String board, UnaryOperator<String> fault) {
        Map<String, String> files =
                new LinkedHashMap<>(kernel.hlsCpp(board, Map.of()).files());
        files.computeIfPresent(kernel.signature().name() + ".cpp", (_, source) -> fault.apply(source));
        return files;
    }

    /** Replaces the only occurrence of a text; fails where there is none or another one. */
    public static UnaryOperator<String> replacing(String text, String replacement) {
        return source -> {
            assertThat(source.indexOf(text)).as("'%s' in%n%s", text, source).isNotNegative();
            assertThat(source.lastIndexOf(text))
                    .as("second '%s' in%n%s", text, source)
                    .isEqualTo(source.indexOf(text));
            return source.replace(text, replacement);
        };
    }
}
