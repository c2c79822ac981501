package org.gatesmith.hls.scheduler;

import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.ir.Op;

/** What arrays ask of memories that these do not have. */
final class StorageRules {

    private StorageRules() {}

    /** UltraRAM has a port that reads and one that writes; functions that are handed an array read and write with both. */
    static Diagnostic notInUltraRam(Op.AllocArray array) {
        String name = array.result().name() == null
                ? "an array"
                : String.valueOf(array.result().name());
        return Diagnostic.of(
                Rule.ULTRARAM_PORTS,
                array.span(),
                name
                        + " is in block RAM, not in UltraRAM: functions are handed it, and may read and write with both of its ports",
                "use the array in one function, or leave @Storage out");
    }
}
