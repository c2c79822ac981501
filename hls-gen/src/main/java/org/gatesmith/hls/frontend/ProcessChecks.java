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
import org.gatesmith.hls.ir.Value;

/** Checks what the processes of a dataflow function share. */
final class ProcessChecks {

    private final MemoryUses uses;
    private final Reporter reporter;

    ProcessChecks(MemoryUses uses, Reporter reporter) {
        this.uses = uses;
        this.reporter = reporter;
    }

    /** The calls of a dataflow function that touch one memory. */
    private static final class Ends {
        private final List<Op.Call> writers = new ArrayList<>();
        private final List<Op.Call> readers = new ArrayList<>();

        private List<Op.Call> all() {
            List<Op.Call> all = new ArrayList<>(writers);
            readers.stream().filter(call -> !all.contains(call)).forEach(all::add);
            return all;
        }
    }

    void check(Function function) {
        Map<Value, Ends> ends = new IdentityHashMap<>();
        Map<Value, Span> created = new LinkedHashMap<>();
        for (Op op : function.body().ops()) {
            switch (op) {
                case Op.AllocArray alloc -> created.put(alloc.result(), alloc.span());
                case Op.AllocFifo alloc -> created.put(alloc.result(), alloc.span());
                case Op.Call call -> {
                    collect(call, ends);
                    checkGivenTwice(call);
                }
                default -> {}
            }
            requireForm(op);
        }
        created.forEach((memory, span) -> {
            Ends found = ends.getOrDefault(memory, new Ends());
            if (memory.type() instanceof FifoType) {
                checkFifo(memory, found, span);
            } else {
                checkArray(memory, found, span, function);
            }
        });
        function.parameters().forEach(parameter -> checkParameter(parameter, ends, function));
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

    /** A process takes each of its parameters for another memory. */
    private void checkGivenTwice(Op.Call call) {
        List<List<MemoryUses.Use>> accesses = uses.of(call);
        List<Value> operands = call.operands();
        for (int i = 0; i < operands.size(); i++) {
            Value memory = operands.get(i);
            boolean isMemory = memory.type() instanceof PortType || memory.type() instanceof ArrayType;
            boolean isGivenTwice = operands.indexOf(memory) != operands.lastIndexOf(memory);
            if (isMemory && isGivenTwice && accesses.get(i).stream().anyMatch(MemoryUses.Use::isWrite)) {
                boolean isPort = memory.type() instanceof PortType;
                report(
                        isPort ? Rule.PORT_SHARED : Rule.ARRAY_SHARED,
                        call.span(),
                        (isPort ? "port '" : "array '") + memory.name() + "' is given twice to " + call.callee()
                                + ", which writes it",
                        "give it once, as one parameter");
            }
        }
    }

    /** The processes start with what is computed before them; only they touch memories. */
    private void requireForm(Op op) {
        boolean fits = switch (op) {
            case Op.Constant _, Op.Compute _, Op.Assume _, Op.AllocArray _, Op.AllocFifo _, Op.TableRef _ -> true;
            case Op.Call call -> call.results().isEmpty();
            case Op.Load _, Op.Store _, Op.FifoRead _, Op.FifoWrite _, Op.FifoEmpty _, Op.If _, Op.For _, Op.While _ ->
                false;
        };
        if (!fits) {
            report(
                    Rule.DATAFLOW_FORM,
                    op.span(),
                    "a dataflow method only creates arrays and FIFOs, computes numbers and calls void methods",
                    "do this in one of the methods that are called");
        }
    }

    private void checkParameter(Value parameter, Map<Value, Ends> ends, Function function) {
        Ends found = ends.getOrDefault(parameter, new Ends());
        switch (parameter.type()) {
            case PortType _ -> checkPort(parameter, found);
            case FifoType _ -> checkFifoParameter(parameter, found);
            case ArrayType _ -> checkArray(parameter, found, spanOf(found, function), function);
            default -> {}
        }
    }

    private static Span spanOf(Ends ends, Function function) {
        return ends.all().isEmpty() ? function.span() : ends.all().getLast().span();
    }

    private void checkFifo(Value fifo, Ends ends, Span span) {
        boolean fits = ends.writers.size() == 1 && ends.readers.size() == 1 && !ends.writers.equals(ends.readers);
        if (!fits) {
            reportEnds(fifo, ends, span);
        }
    }

    /** The other end, or both, may be outside. */
    private void checkFifoParameter(Value fifo, Ends ends) {
        if (ends.writers.size() > 1 || ends.readers.size() > 1) {
            reportEnds(fifo, ends, ends.all().getLast().span());
        }
    }

    private void reportEnds(Value fifo, Ends ends, Span span) {
        report(
                Rule.FIFO_ENDS,
                span,
                "FIFO '" + fifo.name() + "' is written by " + names(ends.writers) + " and read by "
                        + names(ends.readers),
                "let exactly one process write it and another one read it");
    }

    private void checkPort(Value port, Ends ends) {
        if (ends.all().size() > 1) {
            report(
                    Rule.PORT_SHARED,
                    ends.all().get(1).span(),
                    "port '" + port.name() + "' is used by " + names(ends.all()) + " at the same time",
                    "let one process read it and hand the data on through a FIFO, or give each process a port of its own");
        }
    }

    private void checkArray(Value array, Ends ends, Span span, Function function) {
        List<Op> order = function.body().ops();
        boolean isParameter = function.parameters().contains(array);
        boolean filled = ends.writers.size() == 1 || (isParameter && ends.writers.isEmpty());
        long otherReaders = ends.readers.stream()
                .filter(reader -> !ends.writers.contains(reader))
                .count();
        boolean inOrder = ends.writers.isEmpty()
                || ends.readers.stream()
                        .allMatch(reader -> order.indexOf(reader) >= order.indexOf((Op) ends.writers.getFirst()));
        if (!ends.all().isEmpty() && !(filled && otherReaders <= 1 && inOrder)) {
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
