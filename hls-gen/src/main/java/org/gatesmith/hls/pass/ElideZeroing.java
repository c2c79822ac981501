package org.gatesmith.hls.pass;

import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;

/**
 * Java zeroes every new array; in hardware that takes a cycle per element of a bank. The pass drops it where the kernel writes
 * all elements before it reads any.
 */
public final class ElideZeroing implements Pass {

    @Override
    public String id() {
        return "elide-zeroing";
    }

    @Override
    public String summary() {
        return "Leaves arrays without initial zeros where every element is written before it is read.";
    }

    @Override
    public Program run(Program program) {
        return program.mapFunctions(function -> new Elision(program, function).transform(function));
    }

    private static final class Elision extends IrTransform {
        private final Program program;
        private final Definitions definitions;

        Elision(Program program, Function function) {
            this.program = program;
            this.definitions = Definitions.of(function);
        }

        @Override
        protected Region transform(Region region) {
            Region rewritten = super.transform(region);
            return new Region(
                    rewritten.parameters(),
                    rewritten.ops().stream().map(op -> elided(op, rewritten)).toList(),
                    rewritten.yields());
        }

        private Op elided(Op op, Region home) {
            return op instanceof Op.AllocArray alloc
                            && alloc.zeroed()
                            && new FirstAccess(alloc, definitions, program).isWrittenFirst(home)
                    ? new Op.AllocArray(alloc.result(), false, alloc.directives(), alloc.span())
                    : op;
        }
    }
}
