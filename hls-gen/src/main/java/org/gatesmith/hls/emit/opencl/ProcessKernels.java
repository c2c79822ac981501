package org.gatesmith.hls.emit.opencl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.MemoryUse;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.pass.Inline;

/**
 * Takes a dataflow kernel apart: every process becomes a kernel of its own, which takes those parameters of the whole kernel that
 * it uses, and the FIFOs, which become pipes. A process that is a dataflow method itself is taken apart too.
 */
final class ProcessKernels {

    /**
     * One process.
     *
     * @param program its kernel and all that it calls; the kernel's FIFO parameters come first and bear the names of their pipes
     * @param parameters which of the parameters of the whole kernel it takes
     */
    record Process(Program program, List<Integer> parameters) {}

    private final Program program;
    private final String kernel;
    private final Function top;
    private final MemoryUse use;
    private final List<Op.Call> calls;
    /** The pipe of every FIFO, in the order of the source; values are compared by identity. */
    private final Map<Value, Value> pipes = new LinkedHashMap<>();

    private ProcessKernels(Program source, String kernel) throws NotOpenClException {
        if (source.top().style() != Function.Style.DATAFLOW) {
            throw new NotOpenClException(
                    source.top().span(),
                    "its dataflow method is called by code that is not dataflow, which would have to start kernels");
        }
        this.program = flat(source);
        this.kernel = kernel;
        this.top = program.top();
        this.use = MemoryUse.of(program);
        this.calls = top.body().ops().stream()
                .filter(Op.Call.class::isInstance)
                .map(Op.Call.class::cast)
                .toList();
        refuseSharedArrays();
    }

    /**
     * The processes of a kernel, in the order of the source.
     *
     * @param pipes the FIFOs of the program by the names of their pipes, in the order of the source; filled by this method
     * @throws NotOpenClException the processes cannot be kernels of their own
     */
    static List<Process> of(Program program, String kernel, Map<String, Op.AllocFifo> pipes) throws NotOpenClException {
        ProcessKernels kernels = new ProcessKernels(program, kernel);
        kernels.namePipes(pipes);
        return kernels.processes();
    }

    // ---- nested dataflow methods

    /** Processes that are dataflow methods give way to their own processes. */
    private static Program flat(Program source) {
        Function top = source.top();
        Program nested = source.mapFunctions(function -> function.style() == Function.Style.DATAFLOW
                ? with(function, Function.Style.SEQUENTIAL, Function.Inlining.INLINE)
                : with(function, function.style(), Function.Inlining.KEEP));
        Map<String, Function.Inlining> inlining = new HashMap<>();
        source.functions().forEach(function -> inlining.put(function.name(), function.inlining()));
        return new Inline()
                .run(nested)
                .mapFunctions(function -> with(
                        function,
                        function.name().equals(top.name()) ? Function.Style.DATAFLOW : function.style(),
                        inlining.getOrDefault(function.name(), function.inlining())));
    }

    private static Function with(Function function, Function.Style style, Function.Inlining inlining) {
        return new Function(function.name(), function.body(), style, inlining, function.span());
    }

    // ---- what pipes cannot be

    private void refuseSharedArrays() throws NotOpenClException {
        for (Op op : top.body().ops()) {
            if (op instanceof Op.AllocArray alloc && users(alloc.result()).size() > 1) {
                throw new NotOpenClException(
                        alloc.span(),
                        "its processes also hand each other the array '"
                                + alloc.result().name() + "', and kernels share no memory on the chip; use a FIFO");
            }
        }
    }

    private List<Op.Call> users(Value memory) {
        return calls.stream().filter(call -> call.operands().contains(memory)).toList();
    }

    private void refuseUnlessItJoinsTwo(Op.AllocFifo fifo) throws NotOpenClException {
        long joined = users(fifo.result()).stream()
                .filter(call -> reads(call, fifo.result()) != writes(call, fifo.result()))
                .count();
        if (joined != 2 || users(fifo.result()).size() != 2) {
            throw new NotOpenClException(
                    fifo.span(),
                    "the FIFO '" + fifo.result().name()
                            + "' does not join two processes, one that writes it and one that reads it");
        }
    }

    private boolean reads(Op.Call call, Value memory) {
        return use.reads(call, call.operands().indexOf(memory));
    }

    private boolean writes(Op.Call call, Value memory) {
        return use.writes(call, call.operands().indexOf(memory));
    }

    // ---- pipes

    /** Names of lower-case letters and digits, as the vendor asks for (UG1393 2021.2, "xcl_reqd_pipe_depth"). */
    private void namePipes(Map<String, Op.AllocFifo> named) throws NotOpenClException {
        Set<String> taken = new HashSet<>(ReservedWords.ALL);
        taken.addAll(ReservedWords.LIBRARY_FUNCTIONS);
        program.functions().forEach(function -> taken.add(function.name()));
        program.tables().forEach(table -> taken.add(table.name()));
        for (Op op : top.body().ops()) {
            if (op instanceof Op.AllocFifo fifo) {
                refuseUnlessItJoinsTwo(fifo);
                String name = unique(String.valueOf(fifo.result().name()), taken);
                named.put(name, fifo);
                pipes.put(fifo.result(), Value.named(fifo.result().type(), name));
            }
        }
    }

    private static String unique(String wanted, Set<String> taken) {
        String letters = wanted.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String base = letters.isEmpty() || Character.isDigit(letters.charAt(0)) ? "fifo" + letters : letters;
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + (Character.isDigit(base.charAt(base.length() - 1)) ? "n" : "") + i;
        }
        return name;
    }

    // ---- processes

    private List<Process> processes() throws NotOpenClException {
        Set<String> taken = new HashSet<>();
        program.functions().forEach(function -> taken.add(function.name()));
        List<Process> processes = new ArrayList<>();
        for (Op.Call call : calls) {
            String name = kernel + "_" + call.callee();
            for (int i = 2; !taken.add(name); i++) {
                name = kernel + "_" + call.callee() + "_" + i;
            }
            processes.add(process(call, name));
        }
        return processes;
    }

    private Process process(Op.Call call, String name) throws NotOpenClException {
        Set<Value> needed = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Op> ops = neededBy(call, needed);
        List<Integer> parameters = new ArrayList<>();
        List<Value> taken = new ArrayList<>();
        pipes.forEach((fifo, pipe) -> {
            if (needed.contains(fifo)) {
                taken.add(pipe);
            }
        });
        for (int i = 0; i < top.parameters().size(); i++) {
            if (needed.contains(top.parameters().get(i))) {
                parameters.add(i);
                taken.add(top.parameters().get(i));
            }
        }
        Region body = new Connection().connected(new Region(taken, ops, List.of()));
        Span span = program.function(call.callee()).span();
        Function whole = new Function(name, body, Function.Style.SEQUENTIAL, Function.Inlining.KEEP, span);
        return new Process(inlined(whole, call.callee()), parameters);
    }

    /** The call and what computes its operands; {@code needed} grows by all values that these use. */
    private List<Op> neededBy(Op.Call call, Set<Value> needed) {
        List<Op> ops = new ArrayList<>();
        needed.addAll(call.operands());
        for (Op op : top.body().ops().reversed()) {
            if (op == call) {
                ops.addFirst(op);
            } else if (!(op instanceof Op.AllocFifo) && op.results().stream().anyMatch(needed::contains)) {
                needed.addAll(op.operands());
                ops.addFirst(op);
            }
        }
        return ops;
    }

    /** The process's own code takes the place of its call, and so does that of all functions which access FIFOs. */
    private Program inlined(Function whole, String callee) throws NotOpenClException {
        UnaryOperator<Function> marked = function -> function.name().equals(callee) || takesFifos(function)
                ? with(function, function.style(), Function.Inlining.INLINE)
                : function;
        Stream<Function> others = program.functions().stream().skip(1).map(marked);
        Program process = new Inline()
                .run(new Program(
                        program.tables(),
                        Stream.concat(Stream.of(whole), others).toList()));
        for (Function function : process.functions()) {
            if (createsFifos(function.body())) {
                throw new NotOpenClException(
                        function.span(),
                        "a process calls a dataflow method with FIFOs, which would have to start kernels; make that method a"
                                + " process itself");
            }
        }
        return process;
    }

    private static boolean createsFifos(Region region) {
        return region.ops().stream()
                .anyMatch(op ->
                        op instanceof Op.AllocFifo || op.regions().stream().anyMatch(ProcessKernels::createsFifos));
    }

    private static boolean takesFifos(Function function) {
        return function.parameters().stream().anyMatch(parameter -> parameter.type() instanceof FifoType);
    }

    /** Puts the pipes in the place of the FIFOs. */
    private final class Connection extends IrTransform {

        Region connected(Region region) {
            pipes.forEach(this::replace);
            return transform(region);
        }
    }
}
