package org.gatesmith.hls.scheduler;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.operators.PortArea;
import org.gatesmith.hls.rtl.AxiOptions;
import org.gatesmith.hls.signature.Parameter;

/** The channels to board memory that the top module gives readers and writers: one per process, port and direction. */
final class PortChannels {

    private final Design design;
    private final Map<String, Map<Key, Integer>> known = new LinkedHashMap<>();

    /**
     * A channel of a module.
     *
     * @param process path of the process that uses it, empty if the module does itself
     * @param parameter position among the module's parameters
     */
    private record Key(String process, int parameter, boolean writes) {}

    /** One direction of an AXI port. */
    private record Master(String bundle, boolean writes) {}

    private PortChannels(Design design) {
        this.design = design;
    }

    /** Readers, writers, arbiters and control registers of a kernel. */
    static Resources area(Design design, PortArea area, AxiOptions axi) {
        ModuleDesign top = design.top();
        List<Value> parameters = top.function().parameters();
        Resources sum = area.control(design.signature().parameters().stream()
                .mapToInt(parameter -> parameter instanceof Parameter.Array
                        ? Long.SIZE
                        : Math.max(Integer.SIZE, parameter.type().bytes() * Byte.SIZE))
                .sum());
        PortChannels channels = new PortChannels(design);
        for (Map.Entry<Key, Integer> channel : channels.of(top).entrySet()) {
            Key key = channel.getKey();
            int bits = ResourceEstimate.bits(
                    ((PortType) parameters.get(key.parameter()).type()).element());
            sum = sum.plus(area.channel(key.writes(), axi.dataBits(), channel.getValue(), bits));
        }
        return channels.masters().entrySet().stream()
                .map(port -> area.arbiter(port.getKey().writes(), port.getValue(), axi.dataBits()))
                .reduce(sum, Resources::plus);
    }

    /** The arrays that are read, or those that are written, through a bundle that several readers or writers share. */
    static Set<String> sharing(Design design, boolean writes) {
        Map<Master, Integer> masters = new PortChannels(design).masters();
        return design.signature()
                .arrays()
                .filter(array -> masters.getOrDefault(new Master(array.bundle(), writes), 0) > 1)
                .map(Parameter.Array::name)
                .collect(Collectors.toSet());
    }

    /** How many channels each direction of a port carries. */
    private Map<Master, Integer> masters() {
        Map<Master, Integer> masters = new LinkedHashMap<>();
        List<Parameter> parameters = design.signature().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i) instanceof Parameter.Array array) {
                int position = i;
                of(design.top()).keySet().stream()
                        .filter(key -> key.parameter() == position)
                        .forEach(key -> masters.merge(new Master(array.bundle(), key.writes()), 1, Integer::sum));
            }
        }
        return masters;
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
                    int lanes = group.span();
                    channels.merge(new Key("", position, group.write()), lanes, Math::max);
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
