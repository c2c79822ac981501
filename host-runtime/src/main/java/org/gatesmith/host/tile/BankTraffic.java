package org.gatesmith.host.tile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatesmith.board.Memory;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.vendor.BankBinding;
import org.gatesmith.vendor.BankPlan;

/**
 * The time that the banks need at their peak to carry every element of a tile once, in each direction that the kernel uses. No
 * kernel that uses all elements of its arrays can be faster.
 */
final class BankTraffic implements TileRunTime {

    private final KernelSignature signature;
    private final BankPlan banks;

    BankTraffic(KernelSignature signature, BankPlan banks) {
        this.signature = signature;
        this.banks = banks;
    }

    @Override
    public RunBound of(Map<String, Long> scalars) {
        Map<String, Double> bytes = new LinkedHashMap<>();
        signature.arrays().forEach(array -> bytes.put(array.name(), bytes(array, scalars)));
        return bound(bytes);
    }

    /** The time that the banks need for so many bytes of each array. */
    RunBound bound(Map<String, Double> bytes) {
        Map<Memory, Map<String, Double>> traffic = new LinkedHashMap<>();
        bytes.forEach((array, amount) -> {
            BankBinding binding = banks.ofArgument(array).orElseThrow();
            traffic.computeIfAbsent(binding.memory(), _ -> new LinkedHashMap<>())
                    .merge(binding.bank().name(), amount, Double::sum);
        });
        RunBound bound = new RunBound(0, "nothing");
        for (Map.Entry<Memory, Map<String, Double>> entry : traffic.entrySet()) {
            bound = worse(bound, entry.getKey(), entry.getValue());
        }
        return bound;
    }

    private static RunBound worse(RunBound bound, Memory memory, Map<String, Double> byBank) {
        RunBound worst = bound;
        for (Map.Entry<String, Double> bank : byBank.entrySet()) {
            double seconds = bank.getValue() / memory.bytesPerSecondPerBank();
            worst = seconds > worst.seconds() ? new RunBound(seconds, "the bandwidth of " + bank.getKey()) : worst;
        }
        double all = byBank.values().stream().mapToDouble(Double::doubleValue).sum() / memory.bytesPerSecondTotal();
        return all > worst.seconds() ? new RunBound(all, "the bandwidth of " + memory.name()) : worst;
    }

    private static double bytes(Parameter.Array array, Map<String, Long> scalars) {
        double elements = 1;
        for (Formula extent : array.shape()) {
            elements *= extent.evaluate(scalars);
        }
        return elements * array.type().bytes() * directions(array);
    }

    private static int directions(Parameter.Array array) {
        return (array.direction().isRead() ? 1 : 0) + (array.direction().isWritten() ? 1 : 0);
    }
}
