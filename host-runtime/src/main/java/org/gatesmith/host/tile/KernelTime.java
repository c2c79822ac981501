package org.gatesmith.host.tile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.cost.KernelCost;
import org.gatesmith.hls.cost.PortTraffic;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.vendor.BankPlan;

/**
 * The time that this kernel takes at least: the cycles that its schedule asks for, and what its accesses ask of the banks at
 * their peak.
 */
final class KernelTime implements TileRunTime {

    private final CompiledKernel kernel;
    private final BankTraffic banks;
    private final double hertz;
    private final Map<Map<String, Long>, RunBound> known = new HashMap<>();

    KernelTime(CompiledKernel kernel, BankPlan banks, double megahertz) {
        this.kernel = kernel;
        this.banks = new BankTraffic(kernel.signature(), banks);
        this.hertz = megahertz * 1e6;
    }

    @Override
    public RunBound of(Map<String, Long> scalars) {
        return known.computeIfAbsent(Map.copyOf(scalars), this::bound);
    }

    private RunBound bound(Map<String, Long> scalars) {
        Map<String, Long> integers = new LinkedHashMap<>(scalars);
        kernel.signature()
                .scalars()
                .filter(scalar -> scalar.type().isFloatingPoint())
                .map(Parameter::name)
                .forEach(integers::remove);
        KernelCost cost = KernelCost.of(kernel.program(), integers);
        RunBound cycles = new RunBound(cost.cycles() / hertz, "the cycles of its schedule");
        Map<String, Double> bytes = new LinkedHashMap<>();
        for (PortTraffic port : cost.ports()) {
            bytes.put(port.port(), (double) port.bytes());
        }
        RunBound traffic = banks.bound(bytes);
        return traffic.seconds() > cycles.seconds() ? traffic : cycles;
    }
}
