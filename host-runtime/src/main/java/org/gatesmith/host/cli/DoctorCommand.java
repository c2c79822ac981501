package org.gatesmith.host.cli;

import java.io.PrintWriter;
import org.gatesmith.host.doctor.Tool;
import org.gatesmith.host.doctor.ToolState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gatesmith doctor}. */
@Command(name = "doctor", description = "Tells what is installed, and what each missing program would enable.")
final class DoctorCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("JDK: " + System.getProperty("java.vendor") + " " + System.getProperty("java.version") + " in "
                + System.getProperty("java.home"));
        out.println("  enables: everything; run --on jvm");
        for (Tool tool : Tool.ALL) {
            print(ToolState.of(tool), out);
        }
    }

    private static void print(ToolState state, PrintWriter out) {
        Tool tool = state.tool();
        if (state.path().isPresent()) {
            String version = state.version().isEmpty() ? "" : " (" + state.version() + ")";
            out.println(tool.name() + ": " + state.path().get() + version);
            out.println("  enables: " + tool.enables());
        } else {
            out.println(tool.name() + ": missing (" + String.join(" or ", tool.commands()) + ")");
            out.println("  would enable: " + tool.enables());
            out.println("  to get it: " + tool.install());
        }
    }
}
