package org.gatesmith.host.stream;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;

/** Writes the results of verified groups to their sinks, and then, and only then, says that the group is done. */
final class StoreStage implements StageThread.Loop {

    /** Below the limit of a byte buffer. */
    private static final long BYTES_AT_ONCE = 1 << 26;

    private final StreamContext context;
    private final List<Port> written;
    private final Ring in;

    StoreStage(StreamContext context, Ring in) {
        this.context = context;
        this.written = context.written();
        this.in = in;
    }

    @Override
    public void run(StageThread here) throws InterruptedException, DataException {
        for (Flight flight = in.take(); flight != null; flight = in.take()) {
            here.at(flight.tile());
            GroupCheck check = flight.check();
            List<OutputFindings> findings = check == null ? List.of() : check.findings();
            GroupOutcome outcome = store(flight, findings);
            context.ledger().done(flight.tile().group(), outcome);
            context.totals().add(check != null, findings);
            context.progress().groupStored();
            if (context.request().options().onMismatch() == StreamOptions.OnMismatch.STOP
                    && !findings.stream().allMatch(OutputFindings::passed)) {
                context.halt().end(StreamResult.Ending.STOPPED);
                return;
            }
        }
        here.atEnd();
        for (Port port : written) {
            port.sink().finish();
        }
        context.halt().end(StreamResult.Ending.COMPLETE);
    }

    private GroupOutcome store(Flight flight, List<OutputFindings> findings) throws DataException {
        Map<String, Long> checksums = new HashMap<>();
        for (Port port : written) {
            Elements result = flight.result(port);
            long start = context.timeline().now();
            port.sink().write(flight.operand(port).slice(), result);
            checksums.put(port.array().name(), checksum(result.segment()));
            context.timeline().worked(StreamStage.STORE, flight.tile().index(), start);
            context.timeline().stored(port.bytes(result.count()));
            port.results().give(flight.resultBuffer(port));
        }
        Map<String, Comparison> comparisons = new HashMap<>();
        findings.forEach(each -> comparisons.put(each.output(), each.comparison()));
        return new GroupOutcome(checksums, comparisons);
    }

    private static long checksum(MemorySegment bytes) {
        CRC32C sum = new CRC32C();
        for (long at = 0; at < bytes.byteSize(); at += BYTES_AT_ONCE) {
            sum.update(bytes.asSlice(at, Math.min(BYTES_AT_ONCE, bytes.byteSize() - at))
                    .asByteBuffer());
        }
        return sum.getValue();
    }
}
