package org.gatesmith.host.rtl;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to simulate.
 *
 * @param megahertz the kernel's clock; empty for the one that the board's file asks for
 * @param wave file for what every signal does, in VCD; it slows simulation down considerably
 */
public record RtlChoice(Optional<Double> megahertz, MemoryModel.Fidelity memory, Optional<Path> wave) {

    /** The board's clock and memory, no file. */
    public static RtlChoice usual() {
        return new RtlChoice(Optional.empty(), MemoryModel.Fidelity.BOARD, Optional.empty());
    }
}
