package org.gatesmith.hls.emit.verilog;

import java.util.List;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.ir.Value;

/** Bindings that the design need not state. */
final class MemoryBindings {

    private MemoryBindings() {}

    /** An array that a module only passes on: its latency is the business of those who read it. */
    static MemoryBinding block(Value array) {
        return new MemoryBinding(array, StorageKind.BRAM, 1, List.of(MemoryBinding.Port.BOTH, MemoryBinding.Port.BOTH));
    }
}
