package org.gatesmith.hls.emit.opencl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatesmith.hls.emit.FileNames;
import org.gatesmith.hls.emit.FunctionLowering;
import org.gatesmith.hls.emit.FunctionView;
import org.gatesmith.hls.emit.HeaderComment;
import org.gatesmith.hls.emit.LoweredFunction;
import org.gatesmith.hls.emit.Reachable;
import org.gatesmith.hls.emit.SourcePlace;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.emit.TableRows;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Table;
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
    private final OpenClDialect dialect;
    private final OpenClSignatures signatures;
    private final FileNames names;
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
        this.dialect = new OpenClDialect(fifoMemory, shared);
        this.signatures = new OpenClSignatures(program, spaces, fifoMemory);
        this.names = new FileNames(program, signature.name(), dialect.reservedWords(), ReservedWords.LIBRARY_FUNCTIONS);
    }

    /** The FIFOs, once the model has been made. */
    List<OpenClKernel.Fifo> fifos() {
        return dialect.fifos();
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
        model.put("tables", tables());
        model.put("functions", reachable.helpers().stream().map(this::helper).toList());
        model.put("top", kernel());
        return model;
    }

    private List<Statement> tables() {
        return reachable.tables().stream()
                .flatMap(table -> Stream.of(table(table), new Statement.Gap()))
                .toList();
    }

    private Statement table(Table table) {
        String type = OpenClTypes.name(OpenClTypes.of(table.type().element()));
        return TableRows.of(
                "__constant " + type + " " + names.table(table.name()),
                table,
                literal -> OpenClLiterals.constant(literal, table.type().element()));
    }

    private FunctionView helper(Function function) {
        List<String> head = new ArrayList<>(attributes(function));
        LoweredFunction lowered = lower(function);
        head.addAll(signatures.helper(lowered, names.function(function.name())));
        return new FunctionView(place(function), head, lowered.body());
    }

    private FunctionView kernel() {
        LoweredFunction lowered = lower(program.top());
        List<String> head = new ArrayList<>(List.of("__kernel", "__attribute__((reqd_work_group_size(1, 1, 1)))"));
        head.addAll(attributes(program.top()));
        head.addAll(signatures.kernel(lowered, signature.name()));
        return new FunctionView(place(program.top()), head, lowered.body());
    }

    /** Processes that hand each other arrays run concurrently in hardware; those with FIFOs are a sequence here. */
    private List<String> attributes(Function function) {
        List<String> attributes = new ArrayList<>();
        if (function != program.top() && function.inlining() == Function.Inlining.KEEP) {
            attributes.add("__attribute__((noinline))");
        }
        if (function.style() == Function.Style.DATAFLOW && !fifoMemory.isUsedBy(function)) {
            attributes.add("__attribute__((xcl_dataflow))");
        }
        return attributes;
    }

    private static List<String> place(Function function) {
        String place = SourcePlace.of(function.span());
        return place.isEmpty() ? List.of() : List.of(place);
    }

    private LoweredFunction lower(Function function) {
        return FunctionLowering.lower(function, program, ranges, names, dialect);
    }
}
