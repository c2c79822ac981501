package org.gatesmith.host.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.schedule.Schedule;
import org.gatesmith.hls.schedule.ScheduleReader;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.kernel.KernelLocator;
import org.gatesmith.host.run.RunSubject;
import org.gatesmith.library.KernelEntry;
import org.gatesmith.library.KernelLibrary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which kernel, with which constants and directives. */
final class KernelOptions {

    @Parameters(
            paramLabel = "K",
            description = "A kernel of the library (see 'gatesmith list'), or the path of a Java file or folder;"
                    + " File.java#name where it holds several kernels.")
    private String name = "";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Value of a @Tunable constant. Repeatable.",
            mapFallbackValue = Option.NULL_VALUE)
    private Map<String, @Nullable String> tunables = new LinkedHashMap<>();

    @Option(
            names = "--schedule",
            paramLabel = "FILE",
            description = "Schedule file (JSON) with directives that override those of the source.")
    private @Nullable Path schedule;

    CompiledKernel compile() throws UsageException, DiagnosticException {
        return compile(Pipeline.standard());
    }

    CompiledKernel compile(Pipeline pipeline) throws UsageException, DiagnosticException {
        KernelLocator.Located located = KernelLocator.locate(name);
        return KernelCompiler.compile(
                new CompileRequest(located.source(), located.kernel(), tunables(), schedule(), pipeline));
    }

    /** What is run, for a board. */
    RunSubject subject(BoardLookup.Found board) throws UsageException, DiagnosticException {
        KernelLocator.Located located = KernelLocator.locate(name);
        CompiledKernel kernel = KernelCompiler.compile(
                new CompileRequest(located.source(), located.kernel(), tunables(), schedule(), Pipeline.standard()));
        return new RunSubject(kernel, scheduleText(), board, located.entry().map(KernelEntry::reference));
    }

    /** The options as a command elsewhere has to give them. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add(absoluteName());
        tunables.forEach((tunable, value) -> arguments.addAll(List.of("--set", tunable + "=" + value)));
        if (schedule != null) {
            arguments.addAll(List.of("--schedule", schedule.toAbsolutePath().toString()));
        }
        return arguments;
    }

    private String absoluteName() {
        if (KernelLibrary.find(name).isPresent()) {
            return name;
        }
        int hash = name.lastIndexOf('#');
        String path = hash < 0 ? name : name.substring(0, hash);
        return Path.of(path).toAbsolutePath() + name.substring(path.length());
    }

    private Map<String, Long> tunables() throws UsageException {
        Map<String, Long> values = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable String> entry : tunables.entrySet()) {
            try {
                values.put(
                        entry.getKey(),
                        Long.valueOf(String.valueOf(entry.getValue()).replace("_", "")));
            } catch (NumberFormatException e) {
                throw new UsageException("--set " + entry.getKey() + "=" + entry.getValue()
                        + ": takes the name of a @Tunable constant and a whole number; what the kernel takes as parameter is given"
                        + " with --size NAME=VALUE");
            }
        }
        return values;
    }

    private Schedule schedule() throws UsageException, DiagnosticException {
        Optional<String> text = scheduleText();
        return text.isPresent() ? ScheduleReader.read(String.valueOf(schedule), text.get()) : Schedule.EMPTY;
    }

    private Optional<String> scheduleText() throws UsageException {
        if (schedule == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(schedule, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UsageException("the schedule " + schedule + " cannot be read: " + FileTrouble.reason(e));
        }
    }
}
