package org.gatesmith.hls.emit.opencl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatesmith.hls.emit.FileNames;
import org.gatesmith.hls.emit.FunctionView;
import org.gatesmith.hls.emit.HeaderComment;
import org.gatesmith.hls.emit.Reachable;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.range.Ranges;
import org.gatesmith.hls.signature.KernelSignature;

/** View model of the file in which every process of a kernel is a kernel of its own. */
final class PipesFile {

    private final KernelSignature signature;
    private final OpenClOptions options;
    private final List<ProcessKernels.Process> processes;
    private final List<OpenClPipes.Pipe> pipes = new ArrayList<>();
    private final Program program;
    private final Ranges sourceRanges;
    private final FileNames names;
    private final FunctionTexts texts;

    PipesFile(Program source, KernelSignature signature, OpenClOptions options) throws NotOpenClException {
        this.signature = signature;
        this.options = options;
        Map<String, Op.AllocFifo> fifos = new LinkedHashMap<>();
        this.processes = ProcessKernels.of(source, signature.name(), fifos);
        for (Map.Entry<String, Op.AllocFifo> fifo : fifos.entrySet()) {
            pipes.add(pipe(fifo.getKey(), fifo.getValue()));
        }
        AddressSpaces spaces = AddressSpaces.of(joined(source), kernels());
        this.program = spaces.program();
        this.sourceRanges = Ranges.of(source);
        OpenClDialect dialect = new OpenClDialect(new Pipes(fifos.keySet()), Optional.empty());
        this.names =
                new FileNames(program, kernels().getFirst(), dialect.reservedWords(), ReservedWords.LIBRARY_FUNCTIONS);
        this.texts = new FunctionTexts(new OpenClSignatures(program, spaces, new FifoMemory(program)), names, dialect);
    }

    private static OpenClPipes.Pipe pipe(String name, Op.AllocFifo fifo) throws NotOpenClException {
        int depth = PipeDepth.of(fifo.depth())
                .orElseThrow(() -> new NotOpenClException(
                        fifo.span(),
                        "the FIFO '" + fifo.result().name() + "' holds " + fifo.depth()
                                + " elements, and a pipe at most " + PipeDepth.MOST));
        ScalarType element = elementType(fifo.result().type());
        return new OpenClPipes.Pipe(name, OpenClTypes.name(OpenClTypes.inMemory(element)), depth);
    }

    private static ScalarType elementType(Type fifo) {
        return ((FifoType) fifo).element();
    }

    private List<String> kernels() {
        return processes.stream().map(process -> process.program().top().name()).toList();
    }

    /** All kernels, and after them what they call. */
    private Program joined(Program source) {
        Map<String, Function> functions = new LinkedHashMap<>();
        processes.forEach(process ->
                functions.put(process.program().top().name(), process.program().top()));
        processes.stream()
                .flatMap(process -> process.program().functions().stream())
                .forEach(function -> functions.putIfAbsent(function.name(), function));
        return new Program(source.tables(), List.copyOf(functions.values()));
    }

    /** The program as one of its kernels sees it. */
    private Program startingWith(String kernel) {
        Function first = program.function(kernel);
        Stream<Function> others = program.functions().stream().filter(function -> function != first);
        return new Program(
                program.tables(), Stream.concat(Stream.of(first), others).toList());
    }

    List<OpenClPipes.Pipe> pipes() {
        return List.copyOf(pipes);
    }

    List<OpenClPipes.Process> processes() {
        return processes.stream()
                .map(process -> new OpenClPipes.Process(
                        names.function(process.program().top().name()), process.parameters()))
                .toList();
    }

    /** What the template uses. */
    Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        String origin = options.generator() + " for " + options.board();
        model.put("comment", new HeaderComment(signature, origin, options.tunables()).lines());
        Set<String> tables = new HashSet<>();
        Map<String, FunctionView> helpers = new LinkedHashMap<>();
        List<FunctionView> views = new ArrayList<>();
        for (String kernel : kernels()) {
            Program own = startingWith(kernel);
            Reachable reachable = Reachable.of(own);
            reachable.tables().forEach(table -> tables.add(table.name()));
            // A function keeps the values of the source, where all its calls are seen.
            reachable
                    .helpers()
                    .forEach(function -> helpers.computeIfAbsent(
                            function.name(), _ -> texts.helper(function, own, sourceRanges, List.of())));
            views.add(texts.kernel(own, Ranges.of(own), List.of()));
        }
        model.put(
                "tables",
                texts.tables(program.tables().stream()
                        .filter(table -> tables.contains(table.name()))
                        .toList()));
        model.put("functions", List.copyOf(helpers.values()));
        model.put("kernels", views);
        model.put("pipes", pipes);
        return model;
    }
}
