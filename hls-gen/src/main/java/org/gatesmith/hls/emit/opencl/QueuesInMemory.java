package org.gatesmith.hls.emit.opencl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.emit.CType;
import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.emit.Expression.Form;
import org.gatesmith.hls.emit.Precedence;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.emit.TruthValues;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.ScalarType;

/** FIFOs in global memory, for processes that run one after another; remembers those that its functions declare. */
final class QueuesInMemory implements FifoForm {

    private final FifoMemory memory;
    private final List<OpenClKernel.Fifo> fifos = new ArrayList<>();

    QueuesInMemory(FifoMemory memory) {
        this.memory = memory;
    }

    /** The FIFOs declared so far, in the order of their places in the plan. */
    List<OpenClKernel.Fifo> declared() {
        return List.copyOf(fifos);
    }

    /** The type of a FIFO: one per type of element. */
    static String queue(ScalarType element) {
        return "fifo_" + OpenClTypes.name(OpenClTypes.inMemory(element));
    }

    @Override
    public Set<String> reservedWords() {
        return Set.of();
    }

    @Override
    public Expression read(String fifo, ScalarType element) {
        return OpenClDialect.value(queue(element) + "_read(" + fifo + ")", OpenClTypes.inMemory(element), element);
    }

    @Override
    public String write(String fifo, ScalarType element, String value) {
        return queue(element) + "_write(" + fifo + ", " + value + ")";
    }

    @Override
    public Expression isEmpty(String fifo) {
        String opposite = fifo + "->read < " + fifo + "->written";
        return TruthValues.of(
                fifo + "->read == " + fifo + "->written",
                Precedence.EQUALITY,
                new Form.Test(opposite, Precedence.RELATIONAL));
    }

    @Override
    public Statement declare(String name, ScalarType element) {
        CType type = OpenClTypes.inMemory(element);
        int place = OpenClKernel.Fifo.PLAN_HEADER + fifos.size() * OpenClKernel.Fifo.PLAN_WORDS;
        fifos.add(new OpenClKernel.Fifo(name, Math.max(1, type.width() / Byte.SIZE)));
        String elements = "(__global " + OpenClTypes.name(type) + "*)(fifo_memory + fifo_plan[" + place + "])";
        // An array of one: its name is the pointer that processes take.
        return new Statement.Line(
                queue(element) + " " + name + "[1] = {{" + elements + ", 0, 0, fifo_plan + " + place + ", fifo_plan}}");
    }

    @Override
    public List<String> hiddenArguments(Function callee) {
        return memory.isUsedBy(callee) ? FifoMemory.PARAMETERS : List.of();
    }

    @Override
    public List<Statement> process(Function caller, String call) {
        Statement line = new Statement.Line(call);
        if (!memory.isUsedBy(caller)) {
            return List.of(line);
        }
        List<Statement> leave = List.of(new Statement.Line("return"));
        return List.of(line, new Statement.If(List.of(new Statement.Branch("fifo_plan[0] != 0", leave)), null));
    }
}
