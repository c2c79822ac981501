package org.gatesmith.host.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.frontend.KernelSource;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.schedule.Schedule;
import org.gatesmith.hls.schedule.ScheduleReader;

/** The kernel of a stored run, compiled again from what its folder holds. */
final class StoredKernel {

    private StoredKernel() {}

    /**
     * Compiles.
     *
     * @throws DiagnosticException the sources, which compiled once, do not any more
     */
    static CompiledKernel compile(StoredRun run) throws FolderException, DiagnosticException {
        List<KernelSource.File> files = new ArrayList<>();
        for (String path : run.manifest().filesIn(Layout.SOURCES).keySet()) {
            String name = Layout.SOURCES + "/" + path;
            files.add(new KernelSource.File(name, path, run.requireText(name)));
        }
        // The sources are complete: they hold every file that the compiler read.
        KernelSource source = new KernelSource(files, List.of());
        return KernelCompiler.compile(new CompileRequest(
                source, run.manifest().kernel().name(), run.manifest().tunables(), schedule(run), Pipeline.standard()));
    }

    private static Schedule schedule(StoredRun run) throws FolderException, DiagnosticException {
        Optional<String> text = run.text(Layout.SCHEDULE);
        return text.isEmpty() ? Schedule.EMPTY : ScheduleReader.read(Layout.SCHEDULE, text.get());
    }
}
