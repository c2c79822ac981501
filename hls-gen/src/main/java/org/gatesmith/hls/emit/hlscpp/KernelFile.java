package org.gatesmith.hls.emit.hlscpp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gatesmith.hls.emit.FileNames;
import org.gatesmith.hls.emit.FunctionLowering;
import org.gatesmith.hls.emit.FunctionView;
import org.gatesmith.hls.emit.HeaderComment;
import org.gatesmith.hls.emit.LoweredFunction;
import org.gatesmith.hls.emit.Reachable;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.emit.TableRows;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Table;
import org.gatesmith.hls.range.Ranges;
import org.gatesmith.hls.signature.KernelSignature;

/** View model of the kernel's header and source. */
final class KernelFile {

    private final Program program;
    private final KernelSignature signature;
    private final HlsOptions options;
    private final HlsDialect dialect = new HlsDialect();
    private final Ranges ranges;
    private final Signatures signatures;
    private final FileNames names;
    private final Reachable reachable;

    KernelFile(Program program, KernelSignature signature, HlsOptions options) {
        this.program = program;
        this.signature = signature;
        this.options = options;
        this.ranges = Ranges.of(program);
        this.signatures = new Signatures(program);
        this.names = new FileNames(program, signature.name(), dialect.reservedWords(), ReservedWords.LIBRARY_FUNCTIONS);
        this.reachable = Reachable.of(program);
    }

    /** What the templates of the header and of the source use. */
    Map<String, Object> model() {
        LoweredFunction lowered = lower(program.top());
        FunctionView kernel = kernel(lowered);
        List<FunctionView> helpers = reachable.helpers().stream()
                .map(function -> helper(lower(function)))
                .toList();
        List<Statement> tables = tables();
        List<String> texts = texts(tables, helpers, kernel);
        Map<String, Object> model = new HashMap<>();
        model.put("kernel", signature.name());
        model.put(
                "comment",
                new HeaderComment(signature, options.generator() + " for " + options.board(), options.tunables())
                        .lines());
        model.put("guard", "GATESMITH_" + signature.name().toUpperCase(Locale.ROOT) + "_H");
        model.put("headerSystem", Includes.system(kernel.head()));
        model.put("headerLibrary", Includes.library(kernel.head()));
        model.put("systemHeaders", Includes.system(texts));
        model.put("libraryHeaders", Includes.library(texts));
        model.put("dataflow", reachable.functions().stream().anyMatch(f -> f.style() == Function.Style.DATAFLOW));
        model.put("tables", tables);
        model.put("functions", helpers);
        model.put("top", kernel);
        return model;
    }

    private static List<String> texts(List<Statement> tables, List<FunctionView> helpers, FunctionView kernel) {
        Stream<FunctionView> functions = Stream.concat(helpers.stream(), Stream.of(kernel));
        return Stream.concat(
                        Includes.texts(tables),
                        functions.flatMap(f -> Stream.concat(f.head().stream(), Includes.texts(f.body()))))
                .toList();
    }

    private LoweredFunction lower(Function function) {
        return FunctionLowering.lower(function, program, ranges, names, dialect);
    }

    private List<Statement> tables() {
        return reachable.tables().stream()
                .flatMap(table -> Stream.of(table(table), new Statement.Gap()))
                .toList();
    }

    private Statement table(Table table) {
        String declaration =
                "static const " + HlsTypes.name(HlsTypes.of(table.type().element())) + " " + names.table(table.name());
        return TableRows.of(
                declaration,
                table,
                literal -> HlsLiterals.of(literal, table.type().element()).text());
    }

    private FunctionView helper(LoweredFunction lowered) {
        String name = names.function(lowered.function().name());
        Stream<Statement> inlining = lowered.function().inlining() == Function.Inlining.KEEP
                ? Stream.of(new Statement.Pragma("HLS inline off"))
                : Stream.of();
        return view(signatures.head("static ", lowered, name), inlining.toList(), lowered);
    }

    private FunctionView kernel(LoweredFunction lowered) {
        return view(
                signatures.head("extern \"C\" ", lowered, signature.name()),
                InterfacePragmas.of(signature, lowered.parameterNames(), options),
                lowered);
    }

    private FunctionView view(List<String> head, List<Statement> pragmas, LoweredFunction lowered) {
        List<Statement> body = new ArrayList<>(pragmas);
        if (lowered.function().style() == Function.Style.DATAFLOW) {
            body.add(new Statement.Pragma("HLS dataflow"));
        }
        if (body.size() > 1) {
            body.add(new Statement.Gap());
        }
        lowered.unusedParameters().forEach(name -> body.add(new Statement.Line("(void)" + name)));
        body.addAll(lowered.body());
        return new FunctionView(List.of(), head, body);
    }
}
