package org.gatesmith.host.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gatesmith.host.folder.Check;
import org.gatesmith.host.folder.FolderChecks;
import org.gatesmith.host.folder.StoredRun;
import org.gatesmith.host.stream.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatesmith verify}. */
@Command(
        name = "verify",
        description = "Checks the folder of a run: whether everything in it is as the run left it.",
        footer = {
            "",
            "Exit code: 0 everything is right and the run's results were the expected ones; 1 something is not;",
            "2 the folder holds no run or cannot be read."
        })
final class VerifyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "A folder that 'gatesmith run --out' made.")
    private Path folder = Path.of("");

    @Option(
            names = "--recompute",
            paramLabel = "WHICH",
            description =
                    "Also compute results again on the JVM, from the sources and inputs in the folder: all, or"
                            + " sample:P for a share P of the tiles, such as sample:5%%. Runs the kernel that the folder holds.")
    private @Nullable String recompute;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Chooses the sample (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() throws Exception {
        StoredRun run = StoredRun.open(folder);
        Verification sample = recompute == null ? new Verification.None() : Verification.parse(recompute);
        List<Check> checks = new ArrayList<>(FolderChecks.of(run));
        if (!(sample instanceof Verification.None)) {
            checks.add(FolderChecks.recompute(run, sample, seed));
        }
        print(run, checks, spec.commandLine().getOut());
        return checks.stream().anyMatch(VerifyCommand::isWrong) ? 1 : 0;
    }

    private static boolean isWrong(Check check) {
        return check.outcome() == Check.Outcome.WRONG;
    }

    private static void print(StoredRun run, List<Check> checks, PrintWriter out) throws Exception {
        out.println(run.manifest().kernel().name() + " on " + run.manifest().device() + ", manifest "
                + run.hash().sha256());
        for (Check check : checks) {
            out.println(String.format("  %-8s%-11s%s", check.outcome().word(), check.name(), check.summary())
                    .stripTrailing());
            check.differences().forEach(difference -> out.println("            " + difference));
        }
        long wrong = checks.stream().filter(VerifyCommand::isWrong).count();
        out.println(wrong == 0 ? "all checks passed" : wrong + " of " + checks.size() + " checks failed");
    }
}
