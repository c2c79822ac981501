package org.gatesmith.host.cli;

import java.util.List;
import org.gatesmith.library.KernelEntry;
import org.gatesmith.library.KernelLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gatesmith list}. */
@Command(name = "list", description = "Lists the kernels of the library.")
final class ListCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        List<KernelEntry> entries = KernelLibrary.all();
        int width =
                entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
        for (KernelEntry entry : entries) {
            spec.commandLine().getOut().println(pad(entry.name(), width) + "  " + entry.summary());
        }
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
