package org.gatesmith.host.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gatesmith.host.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatesmith demo}. */
@Command(name = "demo", description = "Shows on real input what Gatesmith does.")
final class DemoCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "gatesmith-demo",
            description = "Folder for everything that is written (${DEFAULT-VALUE}).")
    private Path output = Path.of("gatesmith-demo");

    @Override
    public Integer call() throws Exception {
        return Demo.run(output, spec.commandLine().getOut()) ? 0 : 1;
    }
}
