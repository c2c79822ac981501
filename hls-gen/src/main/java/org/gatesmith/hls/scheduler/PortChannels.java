package org.gatesmith.hls.scheduler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatesmith.hls.design.BoardChannels;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.operators.PortArea;
import org.gatesmith.hls.rtl.AxiOptions;
import org.gatesmith.hls.signature.Parameter;

/** What joins a kernel to board memory: readers, writers, and arbiters where several share a bundle. */
final class PortChannels {

    /** One direction of an AXI port. */
    private record Master(String bundle, boolean writes) {}

    private PortChannels() {}

    /** Readers, writers, arbiters and control registers of a kernel. */
    static Resources area(Design design, PortArea area, AxiOptions axi) {
        ModuleDesign top = design.top();
        List<Value> parameters = top.function().parameters();
        Resources sum = area.control(design.signature().parameters().stream()
                .mapToInt(parameter -> parameter instanceof Parameter.Array
                        ? Long.SIZE
                        : Math.max(Integer.SIZE, parameter.type().bytes() * Byte.SIZE))
                .sum());
        for (Map.Entry<BoardChannels.Key, Integer> channel :
                BoardChannels.of(design).entrySet()) {
            BoardChannels.Key key = channel.getKey();
            int bits = ResourceEstimate.bits(
                    ((PortType) parameters.get(key.parameter()).type()).element());
            sum = sum.plus(area.channel(key.writes(), axi.dataBits(), channel.getValue(), bits));
        }
        return masters(design).entrySet().stream()
                .map(port -> area.arbiter(port.getKey().writes(), port.getValue(), axi.dataBits()))
                .reduce(sum, Resources::plus);
    }

    /** The arrays that are read, or those that are written, through a bundle that several readers or writers share. */
    static Set<String> sharing(Design design, boolean writes) {
        Map<Master, Integer> masters = masters(design);
        return design.signature()
                .arrays()
                .filter(array -> masters.getOrDefault(new Master(array.bundle(), writes), 0) > 1)
                .map(Parameter.Array::name)
                .collect(Collectors.toSet());
    }

    /** How many channels each direction of a port carries. */
    private static Map<Master, Integer> masters(Design design) {
        Map<Master, Integer> masters = new LinkedHashMap<>();
        Set<BoardChannels.Key> channels = BoardChannels.of(design).keySet();
        List<Parameter> parameters = design.signature().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i) instanceof Parameter.Array array) {
                int position = i;
                channels.stream()
                        .filter(key -> key.parameter() == position)
                        .forEach(key -> masters.merge(new Master(array.bundle(), key.writes()), 1, Integer::sum));
            }
        }
        return masters;
    }
}
