package org.gatesmith.vendor;

import java.util.List;
import java.util.Optional;

/**
 * One AXI master of a kernel.
 *
 * @param bundle name of the bundle, as in the interface pragma
 * @param arguments the kernel's array arguments that go through it
 * @param dataBits width of a data beat in bits
 * @param direction what the kernel does through it
 * @param bank the memory bank the user wants it connected to; empty to leave the choice to the {@link BankPlan}
 */
public record MemoryPort(
        String bundle, List<String> arguments, int dataBits, PortDirection direction, Optional<String> bank) {

    public MemoryPort {
        Names.requireIdentifier(bundle);
        arguments = List.copyOf(arguments);
        arguments.forEach(Names::requireIdentifier);
    }
}
