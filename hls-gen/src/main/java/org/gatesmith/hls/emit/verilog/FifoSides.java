package org.gatesmith.hls.emit.verilog;

import java.util.Map;
import java.util.stream.Stream;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** Which sides of a FIFO a module uses, itself or through the modules in it. */
record FifoSides(boolean reads, boolean writes) {

    static FifoSides of(Value fifo, ModuleDesign module, Map<String, ModuleInterface> children) {
        boolean reads = accesses(fifo, module).anyMatch(access -> !access.isWrite());
        boolean writes = accesses(fifo, module).anyMatch(Access::isWrite);
        for (Op.Call call : Units.calls(module).toList()) {
            ModuleInterface child = children.get(call.callee());
            for (ModuleInterface.Fifo side :
                    child == null ? java.util.List.<ModuleInterface.Fifo>of() : child.fifos()) {
                boolean same = call.operands().get(side.parameter()) == fifo;
                reads |= same && !side.writes();
                writes |= same && side.writes();
            }
        }
        return new FifoSides(reads, writes);
    }

    private static Stream<Access> accesses(Value fifo, ModuleDesign module) {
        return Units.placements(module)
                .flatMap(placement -> Access.of(placement.op()).stream())
                .filter(access -> access.memory() == fifo);
    }
}
