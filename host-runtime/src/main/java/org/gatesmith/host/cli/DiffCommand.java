package org.gatesmith.host.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gatesmith.host.folder.RunComparison;
import org.gatesmith.host.folder.RunDifference;
import org.gatesmith.host.folder.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatesmith diff}. */
@Command(
        name = "diff",
        description =
                "Shows what changed between two runs: results, figures, sources, schedule, setup, inputs, emitted code.",
        footer = {
            "",
            "Exit code: 0 the runs are identical but for what was measured; 1 they differ; 2 one cannot be read."
        })
final class DiffCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "Folder of a run.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "Folder of another run.")
    private Path after = Path.of("");

    @Option(names = "--full", description = "Every line of the texts that differ, however many there are.")
    private boolean full;

    @Override
    public Integer call() throws Exception {
        StoredRun a = StoredRun.open(before);
        StoredRun b = StoredRun.open(after);
        RunDifference difference = RunComparison.of(a, b, full);
        PrintWriter out = spec.commandLine().getOut();
        out.println("A: " + heading(a));
        out.println("B: " + heading(b));
        for (RunDifference.Section section : difference.sections()) {
            out.println();
            out.println(section.title());
            section.lines().forEach(line -> out.println(("  " + line).stripTrailing()));
        }
        out.println();
        out.println(difference.identical() ? "identical but for what was measured" : "different");
        return difference.identical() ? 0 : 1;
    }

    private static String heading(StoredRun run) {
        return run.folder() + " (" + run.manifest().kernel().name() + " on "
                + run.manifest().device() + ", " + run.manifest().state().word() + ")";
    }
}
