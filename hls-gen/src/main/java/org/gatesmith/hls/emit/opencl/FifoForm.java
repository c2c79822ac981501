package org.gatesmith.hls.emit.opencl;

import java.util.List;
import java.util.Set;
import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.ScalarType;

/** What the FIFOs of a program are in OpenCL C. */
interface FifoForm {

    /** Names that emitted code uses for its FIFOs. */
    Set<String> reservedWords();

    Expression read(String fifo, ScalarType element);

    String write(String fifo, ScalarType element, String value);

    Expression isEmpty(String fifo);

    Statement declare(String name, ScalarType element);

    /** What a call passes on so that the callee can create FIFOs. */
    List<String> hiddenArguments(Function callee);

    /** A call of a process. */
    List<Statement> process(Function caller, String call);
}
