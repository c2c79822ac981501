package org.gatesmith.hls.emit.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gatesmith.hls.emit.hlscpp.KernelInputs;
import org.gatesmith.hls.interp.Interpreter;
import org.gatesmith.hls.interp.RandomPrograms;
import org.gatesmith.hls.ir.IrPrinter;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.pass.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs as OpenCL C, compiled as C, leave the same numbers in their ports as the interpreter does, and compute nothing
 * that C leaves undefined.
 */
class RandomOpenClTest {

    private static final int PROGRAMS = Integer.getInteger("gatesmith.opencl.count", 60);
    private static final long SEED = Long.getLong("gatesmith.opencl.seed", 1);
    private static final Path HEADERS = Path.of("src/test/resources/opencl").toAbsolutePath();
    private static final Pattern ATTRIBUTE = Pattern.compile("__attribute__\\(\\(.*\\)\\)");

    @TempDir
    private Path folder;

    @Test
    void kernelsEqualTheInterpreterWithoutUndefinedBehaviour() throws Exception {
        StringBuilder calls = new StringBuilder();
        List<String> files = new ArrayList<>(List.of("main.c"));
        List<String> expected = new ArrayList<>();
        List<String> programs = new ArrayList<>();
        for (int i = 0; i < PROGRAMS; i++) {
            long seed = SEED * 1000 + i;
            Program written = RandomPrograms.program(seed);
            Program program = i % 2 == 0 ? written : Pipeline.standard().run(written);
            if (hasWideNumbers(program)) {
                continue;
            }
            String name = "kernel" + i;
            String text = OpenClPrograms.emitted(program, name).text();
            Files.writeString(
                    folder.resolve(name + ".c"),
                    "#include \"opencl_as_c.h\"\n"
                            + ATTRIBUTE.matcher(text).replaceAll("").replaceAll("(?m)^__constant", "static const"));
            files.add(name + ".c");
            calls.append(call(name, new KernelInputs(seed)));
            programs.add(IrPrinter.print(program) + "\n" + text);
            KernelInputs inputs = new KernelInputs(seed);
            Interpreter.of(written).run(inputs.arguments());
            expected.add(inputs.contents());
        }
        Files.writeString(folder.resolve("main.c"), MAIN + calls + "    return 0;\n}\n");
        assertThat(expected).hasSizeGreaterThan(PROGRAMS / 2);

        List<String> lines = run(files).lines().toList();

        for (int i = 0; i < expected.size(); i++) {
            assertThat(lines.get(i)).as(programs.get(i)).isEqualTo(expected.get(i));
        }
    }

    /** A word of 65 bits and more cannot become a floating-point number in OpenCL C. */
    private static boolean hasWideNumbers(Program program) {
        try {
            OpenClPrograms.emitted(program, "kernel");
            return false;
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageMatching("no conversion of .*|OpenCL C is emitted for integers of up to.*");
            return true;
        } catch (NotOpenClException e) {
            throw new AssertionError(e);
        }
    }

    private static final String MAIN = """
            #include <stdio.h>
            #define uint system_uint
            #define ulong system_ulong
            #define ushort system_ushort
            #include <stdlib.h>
            #undef uint
            #undef ulong
            #undef ushort
            #include "opencl_as_c.h"

            static void print(const int* in, const long* out, const float* single, const double* real) {
                for (int i = 0; i < 64; i++) {
                    int f = single[i] != single[i] ? 0x7fc00000 : as_int(single[i]);
                    long d = real[i] != real[i] ? 0x7ff8000000000000L : as_long(real[i]);
                    printf("%s%d %ld %d %ld", i == 0 ? "" : " ", in[i], out[i], f, d);
                }
                printf("\\n");
                fflush(stdout);
            }

            int main(void) {
            """;

    private static String call(String name, KernelInputs inputs) {
        return "    {\n        void " + name
                + "(const char*, int*, long*, float*, double*, int, long, short, uchar, float);\n"
                + inputs.openClDeclarations()
                + "        " + name + "(" + inputs.openClArguments()
                + ");\n        print(in, out, single, real);\n    }\n";
    }

    private String run(List<String> files) throws Exception {
        List<String> compile = new ArrayList<>(List.of(
                "gcc",
                "-std=gnu99",
                "-ffp-contract=off",
                "-fsanitize=undefined,float-cast-overflow",
                "-fno-sanitize-recover=all",
                "-Wno-unknown-pragmas",
                "-I" + HEADERS,
                "-o",
                "program"));
        compile.addAll(files);
        compile.add("-lm");
        output(compile);
        return output(List.of("./program"));
    }

    private String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
