package org.gatesmith.hls.design;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Value;

/** The channels to board memory that the top module gives readers and writers: one per process, port and direction. */
public final class BoardChannels {

    private final Design design;
    private final Map<String, Map<Key, Integer>> known = new LinkedHashMap<>();

    /**
     * A channel of a module.
     *
     * @param process path of the process that uses it, the number of each with a dot behind it; empty if the module does itself
     * @param parameter position among the module's parameters
     */
    public record Key(String process, int parameter, boolean writes) {}

    private BoardChannels(Design design) {
        this.design = design;
    }

    /** Those of a kernel, with the elements that a request has at most. */
    public static Map<Key, Integer> of(Design design) {
        return new BoardChannels(design).of(design.top());
    }

    /** Channels of a module with their lanes. */
    private Map<Key, Integer> of(ModuleDesign module) {
        Map<Key, Integer> done = known.get(module.function().name());
        if (done == null) {
            done = switch (module) {
                case ModuleDesign.Core _ -> Map.of();
                case ModuleDesign.Sequential sequential -> of(sequential);
                case ModuleDesign.Dataflow dataflow -> of(dataflow);
            };
            known.put(module.function().name(), done);
        }
        return done;
    }

    private Map<Key, Integer> of(ModuleDesign.Sequential module) {
        Map<Value, Integer> positions = positions(module);
        Map<Key, Integer> channels = new LinkedHashMap<>();
        module.body().all().forEach(unit -> {
            switch (unit) {
                case Unit.Block block -> add(block.placements(), positions, channels);
                case Unit.PipelinedLoop loop -> add(loop.placements(), positions, channels);
                case Unit.Invocation invocation ->
                    adopt(invocation.call().callee(), invocation.call().operands(), "", positions, channels);
                case Unit.FrameLoop frames ->
                    adopt(frames.call().callee(), frames.call().operands(), "", positions, channels);
                default -> {}
            }
        });
        return channels;
    }

    private Map<Key, Integer> of(ModuleDesign.Dataflow module) {
        Map<Value, Integer> positions = positions(module);
        Map<Key, Integer> channels = new LinkedHashMap<>();
        int number = 0;
        for (ModuleDesign.Process process : module.processes()) {
            String path = number++ + ".";
            adopt(process.call().callee(), process.call().operands(), path, positions, channels);
        }
        return channels;
    }

    private static Map<Value, Integer> positions(ModuleDesign module) {
        Map<Value, Integer> positions = new IdentityHashMap<>();
        List<Value> parameters = module.function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).type() instanceof PortType) {
                positions.put(parameters.get(i), i);
            }
        }
        return positions;
    }

    private static void add(List<Placement> placements, Map<Value, Integer> positions, Map<Key, Integer> channels) {
        for (Placement placement : placements) {
            if (placement.resource() instanceof Resource.BoardAccess(AccessGroup group)) {
                Integer position = positions.get(group.port());
                if (position != null) {
                    channels.merge(new Key("", position, group.write()), group.span(), Math::max);
                }
            }
        }
    }

    /** Channels of a module that is started: those of its own code are shared, those of its processes are not. */
    private void adopt(
            String callee,
            List<Value> operands,
            String path,
            Map<Value, Integer> positions,
            Map<Key, Integer> channels) {
        of(design.module(callee)).forEach((key, lanes) -> {
            Integer position = positions.get(operands.get(key.parameter()));
            if (position != null) {
                channels.merge(new Key(path + key.process(), position, key.writes()), lanes, Math::max);
            }
        });
    }
}
