package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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

/**
 * Runs random kernels. How many of them, and from which seed on, is set by the system properties {@code generated.count} and
 * {@code generated.first}; docs/generated-kernels.md has the commands for a night.
 */
final class GeneratedKernels {

    private static final long FIRST = Long.getLong("generated.first", 0);
    private static final int CALLS = 3;
    private static final int SHRINKING_ATTEMPTS = 400;

    private GeneratedKernels() {}

    /** What is wrong with a kernel at some place. */
    @FunctionalInterface
    interface Check {
        void run(CompiledKernel kernel, List<KernelCall> calls, List<Map<String, Elements>> expected) throws Exception;
    }

    /** How many kernels to take where a build takes so many. */
    static long count(int usual) {
        return Long.getLong("generated.count", usual);
    }

    static boolean isInstalled(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /** Fails with the smallest kernels that do what those that are found to be wrong do. */
    static void agree(long count, Check check) {
        List<Long> failing = LongStream.range(FIRST, FIRST + count)
                .parallel()
                .filter(seed -> !trouble(RandomKernel.of(seed), check).isEmpty())
                .boxed()
                .toList();
        assertThat(failing.stream().map(seed -> shrunk(seed, check)).toList()).isEmpty();
    }

    private static String shrunk(long seed, Check check) {
        Piece kernel = RandomKernel.of(seed);
        String kind = kind(trouble(kernel, check));
        Piece small = Shrinking.shrink(
                kernel, candidate -> kind(trouble(candidate, check)).equals(kind), SHRINKING_ATTEMPTS);
        return "seed " + seed + ": " + trouble(small, check) + "\n" + small.render();
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

    /** A device computes the same. */
    static void onDevice(
            String name, CompiledKernel kernel, List<KernelCall> calls, List<Map<String, Elements>> expected)
            throws Exception {
        try (Device device = open(name, kernel)) {
            compare(name, Place.on(device), calls, expected);
        }
    }

    /** The interpreter computes the same after every pass. */
    static void afterEveryPass(
            Pipeline pipeline, Program program, List<KernelCall> calls, List<Map<String, Elements>> expected)
            throws DiagnosticException {
        List<AssertionError> wrong = new ArrayList<>();
        pipeline.run(program, (pass, before, after, nanoseconds) -> {
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

    static void compare(String place, Place actual, List<KernelCall> calls, List<Map<String, Elements>> expected)
            throws Exception {
        for (int i = 0; i < calls.size(); i++) {
            Place.assertEqual(place, calls.get(i), expected.get(i), actual.run(calls.get(i)));
        }
    }
}
