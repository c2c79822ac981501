package org.gatesmith.host.cli;

import java.util.concurrent.Callable;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.explain.Explanation;
import org.gatesmith.host.UsageException;
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

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private KernelOptions kernelOptions = new KernelOptions();

    @Mixin
    private BoardOption boardOption = new BoardOption();

    @Mixin
    private ScheduleOptions scheduleOptions = new ScheduleOptions();

    @Option(names = "--json", description = "Print the explanation as JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Board board = boardOption.board();
        CompiledKernel kernel = kernelOptions.compile();
        new Messages(spec.commandLine().getErr()).print(kernel.warnings(), kernel.sources());
        Explanation explanation = explanation(kernel, board);
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? new ExplanationJson(explanation, board).text()
                                : new ExplanationText(explanation, board).plain());
        return 0;
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
