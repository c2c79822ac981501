package org.gatesmith.host.cli;

import java.util.List;
import org.gatesmith.hls.pass.Pass;
import org.gatesmith.hls.pass.PassRegistry;
import org.gatesmith.hls.pass.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gatesmith passes}. */
@Command(name = "passes", description = "Lists the compiler's passes and the pipelines.")
final class PassesCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        List<Pass> passes = PassRegistry.passes();
        int width = passes.stream().mapToInt(pass -> pass.id().length()).max().orElse(0);
        for (Pass pass : passes) {
            String gap = " ".repeat(width - pass.id().length() + 2);
            spec.commandLine().getOut().println(pass.id() + gap + pass.summary());
        }
        spec.commandLine().getOut().println("standard pipeline: " + Pipeline.standard());
        spec.commandLine().getOut().println("then, for Verilog: " + Pipeline.rtl());
    }
}
