package org.gatesmith.host.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.explain.Explanation;
import org.gatesmith.hls.explain.FifoThrottle;
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

/** {@code gatesmith explain}. */
@Command(
        name = "explain",
        description =
                "Says why loops of a kernel miss their intervals, what would help, and which accesses are bursts.",
        footer = {"", "Every remedy was tried: the kernel was scheduled again with it."})
final class ExplainCommand implements Callable<Integer> {

    private static final long SEED = 1;

    private static final long LONG_CALL = 1024;

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
            description = "Values of scalar parameters, for which calls are predicted. Repeatable.")
    private Map<String, String> sizes = new LinkedHashMap<>();

    @Option(names = "--json", description = "Print the explanation as JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Board board = boardOption.board();
        CompiledKernel kernel = kernelOptions.compile();
        MemoryPorts.requireConnected(kernel, board);
        Messages messages = new Messages(spec.commandLine().getErr());
        messages.print(kernel.warnings(), kernel.sources());
        PredictedCall call = PredictedCall.of(size(kernel.signature()), kernel.signature());
        Explanation explanation = explanation(kernel, board);
        ScheduledKernel scheduled = explanation.scheduled();
        ThrottleText fifos = new ThrottleText(FifoThrottle.of(kernel, scheduled, call.scalars()), call);
        RemedyEffects effects = new RemedyEffects(scheduled, call);
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? new ExplanationJson(explanation, effects, fifos, board).text()
                                : new ExplanationText(explanation, effects, fifos, board).plain());
        spec.commandLine().getOut().flush();
        // The explanation itself has the loops that miss their intervals.
        messages.print(
                scheduled.diagnostics().stream()
                        .filter(diagnostic -> diagnostic.rule() == Rule.TOO_LARGE)
                        .toList(),
                kernel.sources());
        return scheduled.isTooLarge() ? Gatesmith.TOO_LARGE : 0;
    }

    /** A size for which waits at FIFOs show: where one extent says how long a call is, a longer one than usual. */
    private ProblemSize size(KernelSignature signature) throws UsageException {
        ProblemSize size = ProblemSize.of(signature, sizes, Map.of(), SEED);
        List<Parameter.Scalar> extents = signature
                .scalars()
                .filter(scalar ->
                        !sizes.containsKey(scalar.name()) && !size.random().contains(scalar.name()))
                .toList();
        if (extents.size() != 1) {
            return size;
        }
        Parameter.Scalar extent = extents.getFirst();
        long length = extent.range() == null
                ? LONG_CALL
                : Math.clamp(LONG_CALL, extent.range().min(), extent.range().max());
        Map<String, String> given = new LinkedHashMap<>(sizes);
        given.put(extent.name(), Long.toString(length));
        return ProblemSize.of(signature, given, Map.of(), SEED);
    }

    private Explanation explanation(CompiledKernel kernel, Board board) throws UsageException, DiagnosticException {
        double megahertz = scheduleOptions.megahertz(board);
        try (WaitingLine line = WaitingLine.onTerminal(
                spec.commandLine().getErr(),
                "scheduling " + kernel.signature().name() + ", also with what might help")) {
            return Explanation.of(
                    kernel,
                    board,
                    megahertz,
                    scheduleOptions.floats(),
                    (loop, schedules, interval) -> line.reached("loop " + loop + ", " + schedules
                            + " schedules tried, an iteration every " + interval + " so far"));
        }
    }
}
