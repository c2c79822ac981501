package org.gatesmith.host.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Entry point of the {@code gatesmith} command. */
@Command(
        name = "gatesmith",
        description = "Turns an annotated Java method into checked FPGA hardware.",
        mixinStandardHelpOptions = true,
        versionProvider = Gatesmith.Version.class)
public final class Gatesmith implements Runnable {

    private Gatesmith() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Gatesmith()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** Reports the version that the build wrote into the jar's manifest. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Gatesmith.class.getPackage().getImplementationVersion();
            return new String[] {"gatesmith " + (version == null ? "(not packaged)" : version)};
        }
    }
}
