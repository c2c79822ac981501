package org.gatesmith.host.cli;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.scheduler.ScheduledKernel;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.memory.MemoryPorts;
import org.gatesmith.host.problem.ProblemSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatesmith schedule}. */
@Command(
        name = "schedule",
        description =
                "Shows how a kernel is laid out in time on a board: intervals, cycles, resources, critical chain.",
        footer = {
            "",
            "Scalars that are not given are 64 where they are extents of an array. Cycles are predicted for ideal memory.",
            "The exit code is 1 if the kernel is larger than the board."
        })
final class ScheduleCommand implements Callable<Integer> {

    /** Seed of scalars that are neither given nor extents, as {@code run} has it. */
    private static final long SEED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private KernelOptions kernelOptions = new KernelOptions();

    @Mixin
    private BoardOption boardOption = new BoardOption();

    @Mixin
    private ScheduleOptions scheduleOptions = new ScheduleOptions();

    @Option(
            names = "--size",
            paramLabel = "NAME=N",
            arity = "1..*",
            description = "Values of scalar parameters, such as m=512 n=64. Repeatable.")
    private Map<String, String> sizes = new LinkedHashMap<>();

    @Option(names = "--json", description = "Print the schedule as JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Board board = boardOption.board();
        CompiledKernel kernel = kernelOptions.compile();
        MemoryPorts.requireConnected(kernel, board);
        ScheduledKernel scheduled = scheduled(kernel, board);
        Messages messages = new Messages(spec.commandLine().getErr());
        messages.print(kernel.warnings(), kernel.sources());
        messages.print(scheduled.diagnostics(), kernel.sources());
        ProblemSize size = ProblemSize.of(kernel.signature(), sizes, Map.of(), SEED);
        requireOneCall(kernel.signature(), size.scalars());
        PredictedCall call = PredictedCall.of(size, kernel.signature());
        ScheduleText text =
                new ScheduleText(scheduled, call.prediction(scheduled), call.values(), board, scheduleOptions.floats());
        spec.commandLine().getOut().println(json ? text.json() : text.plain());
        return scheduled.isTooLarge() ? Gatesmith.TOO_LARGE : 0;
    }

    private ScheduledKernel scheduled(CompiledKernel kernel, Board board) throws UsageException, DiagnosticException {
        double megahertz = scheduleOptions.megahertz(board);
        try (WaitingLine _ = WaitingLine.onTerminal(
                spec.commandLine().getErr(), "scheduling " + kernel.signature().name())) {
            return kernel.scheduled(board, megahertz, scheduleOptions.floats());
        }
    }

    /** A problem may be larger than its kernel can take at once, but a schedule is about one call. */
    private static void requireOneCall(KernelSignature signature, Map<String, Long> scalars) throws UsageException {
        for (Parameter.Scalar scalar : signature.scalars().toList()) {
            long value = scalars.getOrDefault(scalar.name(), 0L);
            boolean fits = !(scalar.type().irType() instanceof IntType type)
                    || (type.contains(BigInteger.valueOf(value))
                            && (scalar.range() == null || scalar.range().contains(value)));
            if (!fits) {
                throw new UsageException(scalar.name() + "=" + value + " is more than one call of "
                        + signature.name() + " takes"
                        + (scalar.range() == null ? "" : " (" + scalar.range() + ")")
                        + "; 'gatesmith plan' shows how a larger problem is cut");
            }
        }
    }
}
