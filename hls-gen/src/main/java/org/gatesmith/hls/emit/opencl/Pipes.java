package org.gatesmith.hls.emit.opencl;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.emit.Expression.Form;
import org.gatesmith.hls.emit.Precedence;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.emit.TruthValues;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.ScalarType;

/** FIFOs as pipes of the program, for processes that are kernels of their own. A parameter of FIFO type bears its pipe's name. */
final class Pipes implements FifoForm {

    private final Set<String> accessors;

    Pipes(Collection<String> names) {
        accessors = names.stream()
                .flatMap(name -> Stream.of(reader(name), writer(name)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The function that takes an element from a pipe. */
    static String reader(String pipe) {
        return "read_" + pipe;
    }

    /** The function that puts an element into a pipe. */
    static String writer(String pipe) {
        return "write_" + pipe;
    }

    @Override
    public Set<String> reservedWords() {
        return accessors;
    }

    @Override
    public Expression read(String fifo, ScalarType element) {
        return OpenClDialect.value(reader(fifo) + "()", OpenClTypes.inMemory(element), element);
    }

    @Override
    public String write(String fifo, ScalarType element, String value) {
        return writer(fifo) + "(" + value + ")";
    }

    @Override
    public Expression isEmpty(String fifo) {
        String packets = "get_pipe_num_packets(" + fifo + ")";
        return TruthValues.of(
                packets + " == 0", Precedence.EQUALITY, new Form.Test(packets + " != 0", Precedence.EQUALITY));
    }

    @Override
    public Statement declare(String name, ScalarType element) {
        throw new IllegalStateException("the pipe " + name + " belongs to the program");
    }

    @Override
    public List<String> hiddenArguments(Function callee) {
        return List.of();
    }

    @Override
    public List<Statement> process(Function caller, String call) {
        throw new IllegalStateException("the process " + call + " is a kernel of its own");
    }
}
