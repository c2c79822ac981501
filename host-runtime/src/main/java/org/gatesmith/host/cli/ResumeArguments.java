package org.gatesmith.host.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.folder.FolderException;
import org.gatesmith.host.folder.FolderFault;
import org.gatesmith.host.folder.RunOrigin;
import org.gatesmith.host.folder.StoredRun;

/** {@code gatesmith run --resume DIR}: the command that began the run in DIR, to go on in the same folder. */
final class ResumeArguments {

    private static final String RESUME = "--resume";

    private static final String TIME_LIMIT = "--time-limit";

    /** Options that do not change the run and may be given anew. */
    private static final Set<String> FREE = Set.of("--json", "--quiet");

    private ResumeArguments() {}

    /** The arguments to carry out: those given, unless they ask to continue a run. */
    static String[] expand(String[] given) throws UsageException, FolderException {
        List<String> arguments = apart(given);
        int at = arguments.indexOf(RESUME);
        if (at < 0 || !arguments.getFirst().equals("run") || arguments.contains(RunCommand.GO_ON)) {
            return given;
        }
        if (at + 1 == arguments.size()) {
            throw new UsageException("--resume needs the folder of the run to continue");
        }
        String folder = arguments.get(at + 1);
        List<String> rest = new ArrayList<>(arguments.subList(1, at));
        rest.addAll(arguments.subList(at + 2, arguments.size()));
        List<String> more = new ArrayList<>(rest);
        boolean limited = removeTimeLimit(more);
        more.removeAll(FREE);
        if (!more.isEmpty()) {
            throw new UsageException("--resume takes everything from the run in " + folder + ", so leave "
                    + String.join(" ", more) + " out");
        }
        List<String> expanded = new ArrayList<>(List.of("run"));
        List<String> begun = new ArrayList<>(begun(Path.of(folder)));
        if (limited) {
            removeTimeLimit(begun);
        }
        expanded.addAll(begun);
        expanded.addAll(List.of("--out", folder, RunCommand.GO_ON));
        expanded.addAll(rest);
        return expanded.toArray(String[]::new);
    }

    /** The words of a command with an option and its value in two words, where they may have been one, joined by "=". */
    private static List<String> apart(String[] given) {
        List<String> apart = new ArrayList<>();
        for (String word : given) {
            boolean joined = word.startsWith(RESUME + "=") || word.startsWith(TIME_LIMIT + "=");
            apart.addAll(joined ? List.of(word.split("=", 2)) : List.of(word));
        }
        return apart;
    }

    /** Takes the option that limits the time of a call out of the arguments, and tells whether it was there. */
    private static boolean removeTimeLimit(List<String> arguments) {
        int at = arguments.indexOf(TIME_LIMIT);
        if (at >= 0) {
            arguments.subList(at, Math.min(at + 2, arguments.size())).clear();
        }
        return at >= 0;
    }

    /** The arguments of the command that began a run, without its folder, which may have been moved. */
    private static List<String> begun(Path folder) throws FolderException {
        List<String> begun =
                StoredRun.open(folder).origin().map(RunOrigin::arguments).orElse(List.of());
        if (begun.isEmpty()) {
            throw new FolderException(
                    FolderFault.NOT_A_RUN,
                    folder + ": was not begun by 'gatesmith run', so there is no command to continue; run anew");
        }
        return begun;
    }
}
