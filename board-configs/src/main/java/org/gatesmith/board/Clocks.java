package org.gatesmith.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clocks that the platform offers to kernels.
 *
 * @param megahertz their frequencies
 * @param platformDefault the one a kernel gets if it asks for none, in MHz
 * @param kernelDefault the one Gatesmith asks for if the user names none, in MHz
 * @param uncertaintyPercent part of the period that HLS keeps back for routing
 * @param source where the figures come from
 * @param note doubts and remarks
 */
public record Clocks(
        List<Double> megahertz,
        double platformDefault,
        double kernelDefault,
        double uncertaintyPercent,
        String source,
        @Nullable String note) {

    public Clocks {
        megahertz = List.copyOf(megahertz);
    }
}
