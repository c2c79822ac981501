package org.gatesmith.hls.design;

import java.util.List;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.signature.KernelSignature;

/**
 * A scheduled kernel.
 *
 * @param program the lowered program; units and placements refer to its operations by identity
 * @param clock the clock that it was scheduled for
 * @param modules one for each function, in the order of the program: the kernel first, callees after their callers
 */
public record Design(Program program, KernelSignature signature, DesignClock clock, List<ModuleDesign> modules) {

    public Design {
        modules = List.copyOf(modules);
    }

    /** The module of the kernel itself. */
    public ModuleDesign top() {
        return modules.getFirst();
    }

    /** The module of a function. */
    public ModuleDesign module(String function) {
        return modules.stream()
                .filter(module -> module.function().name().equals(function))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no module " + function));
    }
}
