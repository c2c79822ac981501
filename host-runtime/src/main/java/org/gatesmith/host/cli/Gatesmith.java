package org.gatesmith.host.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.folder.FolderException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;

/** Entry point of the {@code gatesmith} command. */
@Command(
        name = "gatesmith",
        description = "Turns an annotated Java method into checked FPGA hardware.",
        mixinStandardHelpOptions = true,
        versionProvider = Gatesmith.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ListCommand.class,
            CheckCommand.class,
            PlanCommand.class,
            ScheduleCommand.class,
            ExplainCommand.class,
            RunCommand.class,
            PassesCommand.class,
            BuildCommand.class,
            VerifyCommand.class,
            DiffCommand.class,
            BoardsCommand.class,
            DoctorCommand.class,
            DemoCommand.class,
        })
public final class Gatesmith implements Runnable {

    /** Exit code for a kernel that the board has no room for. */
    static final int TOO_LARGE = 1;

    private static final int WRONG_USAGE = 2;
    private static final int TOOL_MISSING = 3;
    private static final int INTERNAL_ERROR = 5;

    private Gatesmith() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(execute(commandLine(), args));
    }

    /** Runs the command; one that continues a run is replaced by the one that began it. */
    static int execute(CommandLine line, String... args) {
        try {
            return line.execute(ResumeArguments.expand(args));
        } catch (UsageException | FolderException e) {
            return report(e, line, null);
        }
    }

    /** The whole command line, for tests as well. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Gatesmith());
        line.setExecutionStrategy(Gatesmith::execute);
        line.setExecutionExceptionHandler(Gatesmith::report);
        line.getSubcommands().values().forEach(Gatesmith::addHelp);
        return line;
    }

    /** A command that is a method has them already: added later, they would shift its arguments. */
    private static void addHelp(CommandLine command) {
        if (!command.getCommandSpec().mixinStandardHelpOptions()) {
            command.getCommandSpec().mixinStandardHelpOptions(true);
        }
        command.getSubcommands().values().forEach(Gatesmith::addHelp);
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** Runs the chosen command; what the JVM has no room for becomes an exception, which the handler reports. */
    private static int execute(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutOfMemoryError e) {
            throw new CommandLine.ExecutionException(
                    parsed.commandSpec().commandLine(), e.toString(), new UsageException(outOfMemory()));
        }
    }

    private static String outOfMemory() {
        return "the heap of the JVM, " + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB, is too small for this; choose smaller sizes, or raise it with JDK_JAVA_OPTIONS=-Xmx8g";
    }

    /** Tells the user what went wrong; never with a stack trace. */
    private static int report(Exception failure, CommandLine line, @Nullable ParseResult parsed) {
        PrintWriter err = line.getErr();
        switch (failure) {
            case DiagnosticException diagnostics -> {
                Messages messages = new Messages(err);
                messages.print(diagnostics.diagnostics(), SourceTexts.of(diagnostics));
                boolean tooLarge =
                        diagnostics.diagnostics().stream().anyMatch(diagnostic -> diagnostic.rule() == Rule.TOO_LARGE);
                return tooLarge ? TOO_LARGE : WRONG_USAGE;
            }
            case UsageException usage -> {
                return fail(err, usage.getMessage(), WRONG_USAGE);
            }
            case DataException data -> {
                return fail(err, "error[" + data.fault().id() + "]: " + data.getMessage(), WRONG_USAGE);
            }
            case FolderException folder -> {
                return fail(err, "error[" + folder.fault().id() + "]: " + folder.getMessage(), WRONG_USAGE);
            }
            case DeviceException device -> {
                new Messages(err).print(device, Map.of());
                return WRONG_USAGE;
            }
            case MissingToolException tool -> {
                return fail(err, tool.getMessage(), TOOL_MISSING);
            }
            default -> {
                return fail(err, internal(failure), INTERNAL_ERROR);
            }
        }
    }

    private static int fail(PrintWriter err, @Nullable String message, int code) {
        err.println("gatesmith: " + message);
        err.flush();
        return code;
    }

    private static String internal(Exception failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            Path log = Files.createTempFile("gatesmith-error-", ".log");
            Files.writeString(log, trace.toString());
            return "this is a fault of Gatesmith, not yours ("
                    + failure.getClass().getSimpleName() + "); please report it with " + log;
        } catch (IOException e) {
            return "this is a fault of Gatesmith, not yours: " + failure;
        }
    }

    /** Texts of the files that diagnostics point into. */
    private static final class SourceTexts {

        static Map<String, String> of(DiagnosticException failure) {
            Map<String, String> texts = new LinkedHashMap<>();
            for (Diagnostic diagnostic : failure.diagnostics()) {
                String file = diagnostic.span().file();
                if (!file.isEmpty() && !texts.containsKey(file) && Files.isRegularFile(Path.of(file))) {
                    try {
                        texts.put(file, Files.readString(Path.of(file)));
                    } catch (IOException _) {
                        // the message stands without the line
                    }
                }
            }
            return texts;
        }
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
