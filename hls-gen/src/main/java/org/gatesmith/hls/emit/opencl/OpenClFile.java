package org.gatesmith.hls.emit.opencl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.emit.FileNames;
import org.gatesmith.hls.emit.HeaderComment;
import org.gatesmith.hls.emit.Reachable;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.range.Ranges;
import org.gatesmith.hls.signature.KernelSignature;

/** View model of the kernel's file. */
final class OpenClFile {

    private final KernelSignature signature;
    private final OpenClOptions options;
    private final Program program;
    private final Ranges ranges;
    private final Reachable reachable;
    private final FifoMemory fifoMemory;
    private final QueuesInMemory queues;
    private final OpenClDialect dialect;
    private final FunctionTexts texts;
    private final Optional<Op.For> shared;

    OpenClFile(Program source, KernelSignature signature, OpenClOptions options) throws NotOpenClException {
        this.signature = signature;
        this.options = options;
        AddressSpaces spaces = AddressSpaces.of(ProcessSequence.of(source));
        this.program = spaces.program();
        // The program's values are those of its source, but a function may stand in it twice.
        this.ranges = Ranges.of(source);
        this.reachable = Reachable.of(program);
        this.fifoMemory = new FifoMemory(program);
        this.shared = ParallelLoop.of(program);
        this.queues = new QueuesInMemory(fifoMemory);
        this.dialect = new OpenClDialect(queues, shared);
        this.texts = new FunctionTexts(
                new OpenClSignatures(program, spaces, fifoMemory),
                new FileNames(program, signature.name(), dialect.reservedWords(), ReservedWords.LIBRARY_FUNCTIONS),
                dialect);
    }

    /** The FIFOs, once the model has been made. */
    List<OpenClKernel.Fifo> fifos() {
        return queues.declared();
    }

    /** Bytes of all arrays, once the model has been made. */
    long privateBytes() {
        return dialect.privateBytes();
    }

    OpenClKernel.Launch launch() {
        return shared.isPresent() ? OpenClKernel.Launch.RANGE : OpenClKernel.Launch.SINGLE;
    }

    /** What the template uses. */
    Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        String origin = options.generator() + " for " + options.board();
        model.put("comment", new HeaderComment(signature, origin, options.tunables()).lines());
        model.put("tables", texts.tables(reachable.tables()));
        model.put(
                "functions",
                reachable.helpers().stream()
                        .map(function -> texts.helper(function, program, ranges, concurrency(function)))
                        .toList());
        model.put("kernels", List.of(texts.kernel(program, ranges, concurrency(program.top()))));
        return model;
    }

    /** Processes that hand each other arrays run concurrently in hardware; those with FIFOs are a sequence here. */
    private List<String> concurrency(Function function) {
        return function.style() == Function.Style.DATAFLOW && !fifoMemory.isUsedBy(function)
                ? List.of("__attribute__((xcl_dataflow))")
                : List.of();
    }
}
