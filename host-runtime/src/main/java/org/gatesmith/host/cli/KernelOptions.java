package org.gatesmith.host.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private Map<String, Long> tunables() throws UsageException {
        Map<String, Long> values = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable String> entry : tunables.entrySet()) {
            try {
                values.put(
                        entry.getKey(),
                        Long.valueOf(String.valueOf(entry.getValue()).replace("_", "")));
            } catch (NumberFormatException e) {
                throw new UsageException(
                        "--set " + entry.getKey() + "=" + entry.getValue() + ": takes NAME=VALUE with a whole number");
            }
        }
        return values;
    }

    private Schedule schedule() throws UsageException, DiagnosticException {
        if (schedule == null) {
            return Schedule.EMPTY;
        }
        try {
            return ScheduleReader.read(schedule.toString(), Files.readString(schedule, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UsageException("the schedule " + schedule + " cannot be read: " + FileTrouble.reason(e));
        }
    }
}
