package org.gatesmith.hls.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/**
 * The operations that follow each other within one cycle and take longest.
 *
 * @param module name of the function that they are in
 * @param links in the order of time
 */
public record CriticalChain(String module, List<Placement> links) {

    public CriticalChain {
        links = List.copyOf(links);
    }

    /** The longest chain of a design; empty if nothing takes time. */
    public static Optional<CriticalChain> of(Design design) {
        return design.modules().stream()
                .flatMap(module ->
                        bodies(module).map(body -> of(module.function().name(), body)))
                .filter(chain -> chain.nanoseconds() > 0)
                .max(Comparator.comparingDouble(CriticalChain::nanoseconds));
    }

    /** When in the cycle the last result is ready. */
    public double nanoseconds() {
        return links.isEmpty() ? 0 : links.getLast().readyNanoseconds();
    }

    private static Stream<List<Placement>> bodies(ModuleDesign module) {
        return switch (module) {
            case ModuleDesign.Core core -> Stream.of(core.placements());
            case ModuleDesign.Sequential sequential -> sequential.body().all().flatMap(CriticalChain::placements);
            case ModuleDesign.Dataflow _ -> Stream.of();
        };
    }

    private static Stream<List<Placement>> placements(Unit unit) {
        return switch (unit) {
            case Unit.Block block -> Stream.of(block.placements());
            case Unit.PipelinedLoop loop -> Stream.of(loop.placements());
            default -> Stream.of();
        };
    }

    private static CriticalChain of(String module, List<Placement> body) {
        Optional<Placement> last = body.stream().max(Comparator.comparingDouble(Placement::readyNanoseconds));
        Map<Value, Placement> producers = new IdentityHashMap<>();
        body.forEach(placement -> placement.op().results().forEach(result -> producers.put(result, placement)));
        List<Placement> links = new ArrayList<>();
        Optional<Placement> link = last;
        while (link.isPresent()) {
            if (!(link.get().resource() instanceof Resource.Wires)) {
                links.addFirst(link.get());
            }
            link = before(link.get(), producers);
        }
        return new CriticalChain(module, links);
    }

    /** What a combinational operation waited for in the same cycle. */
    private static Optional<Placement> before(Placement placement, Map<Value, Placement> producers) {
        if (placement.latency() > 0) {
            return Optional.empty();
        }
        return operands(placement.op())
                .map(producers::get)
                .filter(producer -> producer != null
                        && producer.resultStep() == placement.step()
                        && producer.readyNanoseconds() > 0)
                .max(Comparator.comparingDouble(Placement::readyNanoseconds));
    }

    private static Stream<Value> operands(Op op) {
        return Stream.concat(
                op.operands().stream(),
                op.regions().stream().flatMap(region -> region.ops().stream()).flatMap(CriticalChain::operands));
    }
}
