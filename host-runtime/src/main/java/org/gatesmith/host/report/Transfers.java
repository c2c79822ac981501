package org.gatesmith.host.report;

import java.util.List;
import java.util.Optional;

/**
 * Bytes moved between host and device.
 *
 * @param operands one row for each array of the kernel, in the order of its parameters
 * @param bound what limits the run, if the plan knows
 */
public record Transfers(List<OperandBytes> operands, Optional<Bound> bound) {

    public Transfers {
        operands = List.copyOf(operands);
    }

    /**
     * What limits a run.
     *
     * @param sentence the figures behind it, such as {@code the link needs 1.4 s, the kernel 0.3 s: no change of the
     *     kernel can help}
     */
    public record Bound(Limit limit, String sentence) {}

    /** The part of a run that all others wait for. */
    public enum Limit {
        TRANSFER("transfer-bound"),
        KERNEL("kernel-bound"),
        HOST("host-bound"),
        BALANCED("balanced");

        private final String title;

        Limit(String title) {
            this.title = title;
        }

        /** The word for it, such as {@code transfer-bound}. */
        public String title() {
            return title;
        }
    }
}
