package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gatesmith.hls.FarTooLarge;

/** A Java file as a user has it, outside the repository. */
public record UserKernel(Path file, String text) {

    /** A class {@code K} with these members; the kernel API is imported. */
    public static UserKernel of(Path folder, String members) throws IOException {
        String text = "import org.gatesmith.api.*;\n\npublic final class K {\n" + members.indent(4) + "}\n";
        return new UserKernel(Files.writeString(folder.resolve("K.java"), text), text);
    }

    /** Kernel {@code k}: {@code b[i] = VALUE} for every element of b, where VALUE may use {@code a[i]}, {@code i} and n. */
    public static UserKernel mapping(Path folder, String value) throws IOException {
        return of(folder, """
                @Kernel("k")
                public static void k(@In @Shape("n") int[] a, @Out @Shape("n") int[] b, int n) {
                    for (int i = 0; i < n; i++) {
                        b[i] = %s;
                    }
                }
                """.formatted(value));
    }

    /** Kernel {@code big}, with 32 MB of memory on chip, more than a ZCU102 has. */
    public static UserKernel tooLarge(Path folder) throws IOException {
        return of(folder, """
                @Kernel("big")
                public static void big(@In @Shape("n") int[] a, @Out @Shape("n") int[] b, int n) {
                    int[] memory = new int[8_000_000];
                    for (@Pipeline(ii = 1) int i = 0; i < n; i++) {
                        memory[i] = a[i];
                    }
                    for (@Pipeline(ii = 1) int i = 0; i < n; i++) {
                        b[i] = memory[n - 1 - i];
                    }
                }
                """);
    }

    /** Kernel {@code products}, with 4096 multipliers of three DSP blocks each, more than any board has. */
    public static UserKernel farTooLarge(Path folder) throws IOException {
        return of(folder, FarTooLarge.PRODUCTS);
    }

    /** How messages name the line, the only one, that holds this text: {@code file:line:}. */
    public String at(String part) {
        List<String> lines = text.lines().toList();
        List<Integer> found = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains(part))
                .mapToObj(i -> i + 1)
                .toList();
        assertThat(found).as("lines with " + part).hasSize(1);
        return file + ":" + found.getFirst() + ":";
    }
}
