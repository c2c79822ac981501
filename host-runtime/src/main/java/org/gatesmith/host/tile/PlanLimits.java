package org.gatesmith.host.tile;

import java.util.Optional;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.problem.CallLimits;

/**
 * What a plan must respect: the calls' limits, the banks and the host's memory.
 *
 * @param hostBytes most that the ring may take of the host's memory
 */
record PlanLimits(KernelSignature signature, PlanCosts costs, long hostBytes) {

    boolean permit(TileNest nest) {
        return callTrouble(nest).isEmpty() && memoryTrouble(nest).isEmpty();
    }

    /** Why the kernel cannot be called with these tiles; empty if it can. */
    Optional<String> callTrouble(TileNest nest) {
        Tile first = nest.tile(0);
        for (Parameter.Array array : signature.arrays().toList()) {
            Optional<String> trouble = CallLimits.trouble(
                    array, first.operand(array.name()).slice().extents());
            if (trouble.isPresent()) {
                return trouble;
            }
        }
        for (TileLoop loop : nest.loops()) {
            if (loop.smallest() < loop.dimension().leastUnits(signature) && loop.trips() > 1) {
                return Optional.of(
                        "the last tile along " + loop.scalar() + " would be smaller than its contract permits");
            }
        }
        for (Parameter.Scalar scalar : signature.scalars().toList()) {
            Optional<String> trouble = CallLimits.trouble(scalar, nest.largest(scalar.name()))
                    .or(() -> CallLimits.trouble(scalar, nest.smallest(scalar.name())));
            if (trouble.isPresent()) {
                return trouble;
            }
        }
        return Optional.empty();
    }

    /** Which memory is too small; empty if none is. */
    Optional<String> memoryTrouble(TileNest nest) {
        Optional<BankUse> full =
                costs.banks(nest).stream().filter(bank -> !bank.fits()).findFirst();
        if (full.isPresent()) {
            return Optional.of("the buffers in " + full.get().name() + " would take "
                    + Bytes.text(full.get().bytes()) + ", and it has "
                    + Bytes.text(full.get().capacity()));
        }
        long host = costs.hostBytes(nest);
        return host <= hostBytes
                ? Optional.empty()
                : Optional.of("the ring of buffers would take " + Bytes.text(host)
                        + " of the host's memory, and may take " + Bytes.text(hostBytes));
    }
}
