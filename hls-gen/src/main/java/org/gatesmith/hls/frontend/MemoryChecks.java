package org.gatesmith.hls.frontend;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;

/** Checks how a program uses its ports, and the FIFOs and arrays between its processes. */
final class MemoryChecks {

    private final Program program;
    private final MemoryUses uses;
    private final Reporter reporter;

    MemoryChecks(Program program, Reporter reporter) {
        this.program = program;
        this.uses = new MemoryUses(program);
        this.reporter = reporter;
    }

    void check(KernelSignature signature) {
        checkDirections(signature);
        program.functions().stream()
                .filter(function -> function.style() == Function.Style.DATAFLOW)
                .forEach(this::checkDataflow);
    }

    private void checkDirections(KernelSignature signature) {
        Map<Value, List<MemoryUses.Use>> found = uses.in(program.top().body());
        for (int i = 0; i < signature.parameters().size(); i++) {
            if (signature.parameters().get(i) instanceof Parameter.Array array) {
                Value port = program.top().parameters().get(i);
                checkDirection(array, found.getOrDefault(port, List.of()));
            }
        }
    }

    private void checkDirection(Parameter.Array array, List<MemoryUses.Use> accesses) {
        for (MemoryUses.Use use : accesses) {
            if (use.isWrite() && array.direction() == Direction.IN) {
                report(
                        Rule.WRITE_TO_INPUT,
                        use.span(),
                        "'" + array.name() + "' is marked @In and is written here",
                        "mark it @InOut, or @Out if it is never read");
            }
            if (!use.isWrite() && array.direction() == Direction.OUT) {
                report(
                        Rule.READ_OF_OUTPUT,
                        use.span(),
                        "'" + array.name() + "' is marked @Out and is read here",
                        "mark it @InOut");
            }
        }
        if (accesses.isEmpty()) {
            report(
                    Rule.UNUSED_PORT,
                    program.top().span(),
                    "parameter '" + array.name() + "' is never used",
                    "remove it, or read or write it");
        }
    }

    /** The calls of a dataflow function that touch one memory. */
    private static final class Ends {
        private final List<Op.Call> writers = new ArrayList<>();
        private final List<Op.Call> readers = new ArrayList<>();
    }

    private void checkDataflow(Function function) {
        Map<Value, Ends> ends = new IdentityHashMap<>();
        Map<Value, Span> declared = new LinkedHashMap<>();
        function.parameters().forEach(p -> declared.put(p, function.span()));
        for (Op op : function.body().ops()) {
            switch (op) {
                case Op.AllocArray alloc -> declared.put(alloc.result(), alloc.span());
                case Op.AllocFifo alloc -> declared.put(alloc.result(), alloc.span());
                case Op.Call call -> collect(call, ends);
                default -> {}
            }
        }
        declared.forEach((memory, span) -> {
            Ends found = ends.getOrDefault(memory, new Ends());
            switch (memory.type()) {
                case FifoType _ when !function.parameters().contains(memory) -> checkFifo(memory, found, span);
                case PortType _ -> checkPort(memory, found);
                case ArrayType _
                when !function.parameters().contains(memory) -> checkArray(memory, found, span, function);
                default -> {}
            }
        });
    }

    private void collect(Op.Call call, Map<Value, Ends> ends) {
        List<List<MemoryUses.Use>> accesses = uses.of(call);
        for (int i = 0; i < call.operands().size(); i++) {
            Ends found = ends.computeIfAbsent(call.operands().get(i), _ -> new Ends());
            if (accesses.get(i).stream().anyMatch(MemoryUses.Use::isWrite)) {
                found.writers.add(call);
            }
            if (accesses.get(i).stream().anyMatch(use -> !use.isWrite())) {
                found.readers.add(call);
            }
        }
    }

    private void checkFifo(Value fifo, Ends ends, Span span) {
        if (ends.writers.size() != 1 || ends.readers.size() != 1 || ends.writers.equals(ends.readers)) {
            report(
                    Rule.FIFO_ENDS,
                    span,
                    "FIFO '" + fifo.name() + "' is written by " + names(ends.writers) + " and read by "
                            + names(ends.readers),
                    "let exactly one process write it and another one read it");
        }
    }

    private void checkPort(Value port, Ends ends) {
        List<Op.Call> all = new ArrayList<>(ends.writers);
        ends.readers.stream().filter(call -> !all.contains(call)).forEach(all::add);
        if (all.size() > 1) {
            report(
                    Rule.PORT_SHARED,
                    all.get(1).span(),
                    "port '" + port.name() + "' is used by " + names(all) + " at the same time",
                    "let one process read it and hand the data on through a FIFO, or give each process a port of its own");
        }
    }

    private void checkArray(Value array, Ends ends, Span span, Function function) {
        if (ends.writers.isEmpty() && ends.readers.isEmpty()) {
            return;
        }
        List<Op> order = function.body().ops();
        boolean fits = ends.writers.size() == 1
                && ends.readers.stream()
                                .filter(r -> r != ends.writers.getFirst())
                                .count()
                        <= 1
                && ends.readers.stream().allMatch(r -> order.indexOf(r) >= order.indexOf((Op) ends.writers.getFirst()));
        if (!fits) {
            report(
                    Rule.ARRAY_SHARED,
                    span,
                    "array '" + array.name() + "' is written by " + names(ends.writers) + " and read by "
                            + names(ends.readers),
                    "let one process fill it and one later process read it");
        }
    }

    private static String names(List<Op.Call> calls) {
        return calls.isEmpty()
                ? "no process"
                : String.join(", ", calls.stream().map(Op.Call::callee).toList());
    }

    private void report(Rule rule, Span span, String message, String fix) {
        reporter.report(Diagnostic.of(rule, span, message, fix));
    }
}
