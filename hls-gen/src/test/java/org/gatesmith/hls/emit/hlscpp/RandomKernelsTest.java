package org.gatesmith.hls.emit.hlscpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.emit.CppCompiler;
import org.gatesmith.hls.emit.EmittedSources;
import org.gatesmith.hls.interp.FaultException;
import org.gatesmith.hls.interp.Interpreter;
import org.gatesmith.hls.interp.RandomPrograms;
import org.gatesmith.hls.ir.IrPrinter;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.pass.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Random programs, emitted as they are or after the standard passes and compiled, leave the same numbers in their ports as the interpreter does. */
class RandomKernelsTest {

    private static final int PROGRAMS = Integer.getInteger("gatesmith.kernel.count", 40);
    private static final long SEED = Long.getLong("gatesmith.kernel.seed", 1);
    private static final int STATEMENTS = Integer.getInteger("gatesmith.kernel.statements", 20);

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void compiledKernelsEqualTheInterpreter(@TempDir Path folder) throws FaultException, DiagnosticException {
        CppCompiler compiler = CppCompiler.forRandomCode(folder);
        StringBuilder main = new StringBuilder(MAIN);
        List<String> expected = new ArrayList<>();
        List<String> programs = new ArrayList<>();
        for (int i = 0; i < PROGRAMS; i++) {
            long seed = SEED * 1000 + i;
            Program written = RandomPrograms.program(seed, STATEMENTS);
            Program program = i % 2 == 0 ? written : Pipeline.standard().run(written);
            String name = "kernel" + i;
            EmittedSources sources = KernelText.emit(program, name);
            sources.files().forEach(compiler::write);
            main.insert(main.indexOf("int main"), "namespace program" + i + " {\n#include \"" + name + ".cpp\"\n}\n\n");
            main.append(call(name, new KernelInputs(seed)));
            programs.add(IrPrinter.print(program) + "\n" + sources.text(name + ".cpp"));
            KernelInputs inputs = new KernelInputs(seed);
            Interpreter.of(written).run(inputs.arguments());
            expected.add(inputs.contents());
        }
        compiler.write("main.cpp", main + "    return 0;\n}\n");
        List<String> lines = compiler.run(List.of("main.cpp")).lines().toList();
        for (int i = 0; i < PROGRAMS; i++) {
            assertThat(lines.get(i)).as(programs.get(i)).isEqualTo(expected.get(i));
        }
    }

    private static final String MAIN = """
            #include <climits>
            #include <cmath>
            #include <cstdint>
            #include <cstdio>
            #include <cstring>
            #include <limits>
            #include "ap_int.h"
            #include "java_semantics.h"

            static void print(const int* in, const int64_t* out, const float* single, const double* real) {
                for (int i = 0; i < 64; i++) {
                    int f = single[i] != single[i] ? 0x7fc00000 : java::float_to_bits(single[i]);
                    int64_t d = real[i] != real[i] ? 0x7ff8000000000000LL : java::double_to_bits(real[i]);
                    std::printf("%s%d %lld %d %lld", i == 0 ? "" : " ", in[i], (long long)out[i], f, (long long)d);
                }
                std::printf("\\n");
            }

            int main() {
            """;

    private static String call(String name, KernelInputs inputs) {
        return "    {\n" + inputs.declarations() + "        program" + name.substring("kernel".length()) + "::" + name
                + "(" + inputs.callArguments() + ");\n        print(in, out, single, real);\n    }\n";
    }
}
