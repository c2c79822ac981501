package org.gatesmith.host.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A run in a process of its own, which ends without warning or waits to be ended. */
final class ChildRun {

    private ChildRun() {}

    /** A child that runs a multiplication until its journal has a line, and then dies as if it were killed. */
    static Process dying(Path folder) throws Exception {
        return start("die", folder);
    }

    /** A child that begins a run, says so on its output, and waits for the end of its input. */
    static Process waiting(Path folder) throws Exception {
        return start("wait", folder);
    }

    private static Process start(String what, Path folder) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(ChildRun.class.getName(), what, folder.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The run of both, cut into 6 groups. */
    static StreamedRun run() throws Exception {
        return StreamedRun.of(
                "gemm_i8", Map.of("m", "48", "n", "32", "k", "256"), Map.of("m", 16L, "n", 16L, "k", 128L));
    }

    /** In the child. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals("die")) {
            run().watched(folder, ChildRun::dieWithALine);
        } else {
            try (RunFolder _ = RunFolder.create(folder, run().setup(), List.of())) {
                System.out.println("begun");
                System.in.readAllBytes();
            }
        }
    }

    /** Waits until the journal's thread has written what is finished, then ends without a word. */
    private static boolean dieWithALine(RunFolder run, long finished) {
        if (finished < 2) {
            return true;
        }
        try {
            while (JournalText.read(new Layout(run.path()).journal()).groups().isEmpty()) {
                Thread.onSpinWait();
            }
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
        Runtime.getRuntime().halt(137);
        return false;
    }
}
