package org.gatesmith.host.tile;

import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.signature.KernelSignature;

/**
 * Says why there is no plan.
 *
 * @param unsplit dimensions that are not cut, with the reasons
 */
record PlanTrouble(KernelSignature signature, PlanLimits limits, List<Unsplit> unsplit) {

    /**
     * The message.
     *
     * @param smallest the plan with the least tiles that the kernel permits
     */
    String describe(TileNest smallest) {
        StringBuilder text = new StringBuilder("kernel " + signature.name() + " cannot run at this size: ");
        Optional<String> call = limits.callTrouble(smallest);
        if (call.isPresent()) {
            text.append(call.get());
        } else {
            text.append("even the smallest tiles");
            smallest.loops()
                    .forEach(loop -> text.append(' ')
                            .append(loop.scalar())
                            .append('=')
                            .append(loop.dimension().scalarFor(loop.largest())));
            text.append(" are too large: ")
                    .append(limits.memoryTrouble(smallest).orElse("there are too many of them"));
            long host = limits.costs().hostBytes(smallest);
            if (host > limits.hostBytes()) {
                text.append("; give it at least --memory ")
                        .append(Math.ceilDiv(host, 1024))
                        .append("K");
            }
        }
        unsplit.forEach(not ->
                text.append("\n  ").append(not.scalar()).append(" is not cut: ").append(not.reason()));
        return text.toString();
    }
}
