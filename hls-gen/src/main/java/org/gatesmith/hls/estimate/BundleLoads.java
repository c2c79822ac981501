package org.gatesmith.hls.estimate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;

/** How many beats a cycle the pipelined loops of a kernel ask of each bundle, which carries one. */
final class BundleLoads {

    /** Beyond one, by what may be an error of arithmetic. */
    private static final double FULL = 1.001;

    private final KernelPorts ports;
    private final Map<String, String> bundles = new HashMap<>();
    private Map<Bus, Double> peaks = new LinkedHashMap<>();

    /** One direction of a bundle. */
    record Bus(String bundle, boolean write) {}

    BundleLoads(KernelSignature signature, KernelPorts ports) {
        this.ports = ports;
        for (Parameter parameter : signature.parameters()) {
            if (parameter instanceof Parameter.Array array) {
                bundles.put(array.name(), array.bundle());
            }
        }
    }

    /** Whether several arrays are on one bundle. */
    boolean areShared() {
        return new HashSet<>(bundles.values()).size() < bundles.size();
    }

    /** What carries the beats of a port of the function that is gone through. */
    Bus of(Value port, boolean write) {
        String name = String.valueOf(ports.of(port).name());
        return new Bus(bundles.getOrDefault(name, name), write);
    }

    /** A loop runs that uses these channels. */
    void add(List<PipelineChannels.Channel> channels, int interval) {
        Map<Bus, Double> load = new HashMap<>();
        for (PipelineChannels.Channel channel : channels) {
            load.merge(of(channel.port(), channel.write()), channel.beats() / interval, Double::sum);
        }
        load.forEach((bus, beats) -> peaks.merge(bus, beats, Math::max));
    }

    /** What loops have asked for so far at most; from now on it is counted anew. */
    Map<Bus, Double> take() {
        Map<Bus, Double> before = peaks;
        peaks = new LinkedHashMap<>();
        return before;
    }

    /**
     * Processes have run at the same time, after other loops.
     *
     * @param before what those have asked for
     * @return whether no bundle was asked for more than it carries by several of the processes together
     */
    boolean join(Map<Bus, Double> before, List<Map<Bus, Double>> processes) {
        Map<Bus, Double> sums = new HashMap<>();
        processes.forEach(process -> process.forEach((bus, beats) -> sums.merge(bus, beats, Double::sum)));
        boolean fits = sums.entrySet().stream()
                .noneMatch(sum -> sum.getValue() > FULL
                        && processes.stream()
                                .noneMatch(process -> sum.getValue().equals(process.get(sum.getKey()))));
        peaks = before;
        sums.forEach((bus, beats) -> peaks.merge(bus, beats, Math::max));
        return fits;
    }
}
