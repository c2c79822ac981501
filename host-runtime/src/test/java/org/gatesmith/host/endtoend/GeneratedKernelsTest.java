package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.frontend.KernelSource;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.generated.Piece;
import org.gatesmith.host.generated.RandomKernel;
import org.gatesmith.host.generated.Shrinking;
import org.junit.jupiter.api.Test;

/**
 * Random kernels compute the same bits everywhere. How many of them, and from which seed on, is set by the system properties
 * {@code generated.count} and {@code generated.first}; docs/generated-kernels.md has the command for a night.
 */
class GeneratedKernelsTest {

    private static final long FIRST = Long.getLong("generated.first", 0);
    private static final int CALLS = 3;
    private static final int SHRINKING_ATTEMPTS = 400;

    /** What is wrong with a kernel at some place. */
    @FunctionalInterface
    private interface Check {
        void run(CompiledKernel kernel, List<KernelCall> calls, List<Map<String, Elements>> expected) throws Exception;
    }

    @Test
    void generatedKernelsAgreeAfterEveryPass() {
        agree(150, GeneratedKernelsTest::afterEveryPass);
    }

    @Test
    void generatedKernelsAgreeInCSimulation() {
        agree(10, (kernel, calls, expected) -> onDevice("csim", kernel, calls, expected));
    }

    @Test
    void generatedKernelsAgreeOnOpenCl() throws Exception {
        OpenCl.assumeInstalled();
        agree(10, (kernel, calls, expected) -> onDevice("opencl", kernel, calls, expected));
    }

    private static void agree(int usualCount, Check check) {
        long count = Long.getLong("generated.count", usualCount);
        for (long seed = FIRST; seed < FIRST + count; seed++) {
            Piece kernel = RandomKernel.of(seed);
            String trouble = trouble(kernel, check);
            if (!trouble.isEmpty()) {
                String kind = kind(trouble);
                Piece small = Shrinking.shrink(
                        kernel, candidate -> kind(trouble(candidate, check)).equals(kind), SHRINKING_ATTEMPTS);
                throw new AssertionError("seed " + seed + ": " + trouble(small, check) + "\n" + small.render());
            }
        }
    }

    /** Failures of one kind are taken for the same while a kernel is made smaller. */
    private static String kind(String trouble) {
        return trouble.substring(0, Math.max(0, trouble.indexOf(':')));
    }

    /** What goes wrong, or nothing. */
    private static String trouble(Piece kernel, Check check) {
        try {
            CompiledKernel compiled = compile(kernel.render());
            List<KernelCall> calls = new ArrayList<>();
            List<Map<String, Elements>> expected = new ArrayList<>();
            try (Device jvm = open("jvm", compiled)) {
                for (int i = 0; i < CALLS; i++) {
                    Contents contents = i % 2 == 0 ? Contents.SPREAD : Contents.EXTREME;
                    calls.add(KernelCall.random(compiled.signature(), "", i, contents));
                    expected.add(Place.on(jvm).run(calls.getLast()));
                }
            }
            check.run(compiled, calls, expected);
            return "";
        } catch (DiagnosticException e) {
            return e.diagnostics().getFirst().rule().id() + ": " + e.getMessage();
        } catch (AssertionError | Exception e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    private static CompiledKernel compile(String text) throws DiagnosticException {
        String file = RandomKernel.NAME + ".java";
        KernelSource source = new KernelSource(List.of(new KernelSource.File(file, file, text)), List.of());
        return KernelCompiler.compile(CompileRequest.of(source, null));
    }

    private static Device open(String name, CompiledKernel kernel) throws Exception {
        Board board = Boards.all().getFirst();
        return org.gatesmith.host.run.Devices.open(name, kernel, board, Optional.empty());
    }

    private static void onDevice(
            String name, CompiledKernel kernel, List<KernelCall> calls, List<Map<String, Elements>> expected)
            throws Exception {
        try (Device device = open(name, kernel)) {
            compare(name, Place.on(device), calls, expected);
        }
    }

    private static void afterEveryPass(
            CompiledKernel kernel, List<KernelCall> calls, List<Map<String, Elements>> expected) throws Exception {
        compare("front end", Place.interpreting(kernel.accepted()), calls, expected);
        List<AssertionError> wrong = new ArrayList<>();
        Pipeline.standard().run(kernel.accepted(), (pass, before, after, nanoseconds) -> {
            try {
                compareUnlessSame(pass.id(), before, after, calls, expected);
            } catch (AssertionError e) {
                wrong.add(e);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static void compareUnlessSame(
            String pass, Program before, Program after, List<KernelCall> calls, List<Map<String, Elements>> expected) {
        if (!before.equals(after)) {
            try {
                compare(pass, Place.interpreting(after), calls, expected);
            } catch (Exception e) {
                throw new AssertionError("after " + pass + ": " + e, e);
            }
        }
    }

    private static void compare(
            String place, Place actual, List<KernelCall> calls, List<Map<String, Elements>> expected) throws Exception {
        for (int i = 0; i < calls.size(); i++) {
            Place.assertEqual(place, calls.get(i), expected.get(i), actual.run(calls.get(i)));
        }
    }
}
