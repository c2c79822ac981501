package org.gatesmith.host.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.BoardFile;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.JvmDevice;
import org.gatesmith.host.problem.ProblemSize;
import org.gatesmith.host.stream.Progress;
import org.gatesmith.host.stream.StreamOptions;
import org.gatesmith.host.stream.StreamRequest;
import org.gatesmith.host.stream.StreamResult;
import org.gatesmith.host.stream.Streamer;
import org.gatesmith.host.stream.Verification;
import org.gatesmith.host.tile.DevicePlace;
import org.gatesmith.host.tile.PlanRequest;
import org.gatesmith.host.tile.TilePlan;
import org.gatesmith.host.tile.TilePlanner;

/**
 * Computes a stored run's results again on the JVM, from the sources and inputs in its folder, and compares them with its outputs.
 * The problem is cut into tiles anew, for the memory of the host: expected values do not depend on how the run cut it, and so a
 * mistake in its plan is found too.
 */
final class Recomputation {

    private static final String NAME = "recompute";

    private final StoredRun run;
    private final Verification sample;
    private final long seed;

    private Recomputation(StoredRun run, Verification sample, long seed) {
        this.run = run;
        this.sample = sample;
        this.seed = seed;
    }

    /**
     * Computes all groups of tiles or a sample.
     *
     * @param seed chooses the sample
     */
    static Check of(StoredRun run, Verification sample, long seed) throws FolderException {
        Recomputation recomputation = new Recomputation(run, sample, seed);
        try {
            return recomputation.check();
        } catch (DiagnosticException e) {
            return failed(
                    "the stored sources cannot be compiled",
                    e.diagnostics().stream().map(Diagnostic::message).toList());
        } catch (UsageException | DataException | DeviceException e) {
            return failed("the results cannot be computed again", List.of(String.valueOf(e.getMessage())));
        }
    }

    private static Check failed(String summary, List<String> differences) {
        return new Check(NAME, Check.Outcome.WRONG, summary, differences);
    }

    private Check check() throws FolderException, DiagnosticException, UsageException, DataException, DeviceException {
        if (!run.complete()) {
            return Check.skipped(NAME, "the run is incomplete");
        }
        CompiledKernel kernel = StoredKernel.compile(run);
        KernelSignature signature = kernel.signature();
        List<Parameter.Array> read =
                signature.arrays().filter(array -> array.direction().isRead()).toList();
        try (StoredInputs inputs = StoredInputs.open(run, read)) {
            if (!inputs.missing().isEmpty()) {
                return Check.skipped(NAME, "inputs are not at hand: " + String.join(", ", inputs.missing()));
            }
            ProblemSize size = ProblemSize.of(signature, run.manifest().scalars(), Map.of(), seed);
            TilePlan plan = TilePlanner.plan(PlanRequest.of(kernel, board(), size, DevicePlace.HOST));
            return check(kernel, size, plan, inputs);
        }
    }

    private Board board() throws UsageException {
        Path file = run.folder().resolve(Layout.BOARD);
        return switch (BoardFile.read(file)) {
            case BoardLookup.Found found -> found.board();
            case BoardLookup.Failure failure -> throw new UsageException(failure.message());
        };
    }

    private Check check(CompiledKernel kernel, ProblemSize size, TilePlan plan, StoredInputs inputs)
            throws DataException, DeviceException {
        Map<String, ComparingSink> sinks = new LinkedHashMap<>();
        try {
            for (Parameter.Array array : kernel.signature().arrays().toList()) {
                if (array.direction().isWritten()) {
                    sinks.put(array.name(), sink(kernel.signature(), array, size));
                }
            }
            stream(kernel, size, plan, inputs, sinks).orThrow();
            return check(plan, List.copyOf(sinks.values()));
        } finally {
            for (ComparingSink sink : sinks.values()) {
                sink.close();
            }
        }
    }

    private ComparingSink sink(KernelSignature signature, Parameter.Array array, ProblemSize size)
            throws DataException {
        ArrayForm form = ArrayForm.of(array.type(), size.shape(array));
        StoredArray stored = StoredArray.open(run.layout().output(array.name()), array.name(), form);
        return new ComparingSink(array.name(), stored, signature.tolerance());
    }

    private StreamResult stream(
            CompiledKernel kernel,
            ProblemSize size,
            TilePlan plan,
            StoredInputs inputs,
            Map<String, ComparingSink> sinks) {
        StreamRequest request = new StreamRequest(
                kernel.signature(),
                size.shapes(),
                plan,
                inputs.sources(),
                sinks,
                new Verification.None(),
                Optional.empty(),
                seed,
                StreamOptions.DEFAULT);
        SampledLedger ledger = new SampledLedger(sample, plan.groups(), seed);
        try (JvmDevice jvm = new JvmDevice(kernel)) {
            return new Streamer(request, jvm, ledger, Progress.SILENT).run();
        }
    }

    private Check check(TilePlan plan, List<ComparingSink> sinks) {
        List<String> differences = new ArrayList<>();
        sinks.forEach(sink -> differences.addAll(sink.differences()));
        long compared = sinks.stream().mapToLong(ComparingSink::compared).sum();
        long groups = 0;
        for (long group = 0; group < plan.groups(); group++) {
            groups += sample.covers(group, plan.groups(), seed) ? 1 : 0;
        }
        return Check.of(
                NAME,
                groups + " of " + plan.groups() + " groups of tiles computed again on the JVM, " + compared
                        + " elements compared",
                differences);
    }
}
