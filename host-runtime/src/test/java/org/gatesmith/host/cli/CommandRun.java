package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * What one command of {@code gatesmith} did.
 *
 * @param out what it printed
 * @param err what it said about problems
 */
public record CommandRun(int exitCode, String out, String err) {

    private static final int SECONDS = 120;

    /** Runs a command in this process. */
    public static CommandRun of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Gatesmith.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int code = Gatesmith.execute(
                line, Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new CommandRun(code, out.toString(), err.toString());
    }

    /** Runs a command in a process of its own, as the launcher does, with other environment variables. */
    public static CommandRun inChild(Map<String, String> environment, Object... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.add(Gatesmith.class.getName());
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        Path out = Files.createTempFile("gatesmith-test", ".out");
        Path err = Files.createTempFile("gatesmith-test", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(ended).as(command + " ends within " + SECONDS + " s").isTrue();
            return new CommandRun(process.exitValue(), text(out), text(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** The command ended with this code, and whatever it said, it was no stack trace. */
    public CommandRun exits(int code) {
        assertThat(exitCode).as("exit code; %s", this).isEqualTo(code);
        assertThat(err).doesNotContainPattern("(?m)^\\s+at [\\w.$/]+\\(").doesNotContain("fault of Gatesmith");
        return this;
    }

    /** The problems it named hold these texts. */
    public CommandRun complains(String... parts) {
        assertThat(err).contains(parts);
        return this;
    }

    /** What it printed holds these texts. */
    public CommandRun prints(String... parts) {
        assertThat(out).contains(parts);
        return this;
    }
}
