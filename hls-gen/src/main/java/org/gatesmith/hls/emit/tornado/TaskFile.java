package org.gatesmith.hls.emit.tornado;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.range.Ranges;
import org.gatesmith.hls.signature.KernelSignature;

/** One kernel's task: its arguments and the text of its method. */
final class TaskFile {

    private final Program program;
    private final KernelSignature signature;
    private final Region body;

    TaskFile(Program written, KernelSignature signature) {
        this.program = SequentialForm.of(written);
        this.signature = signature;
        this.body = program.top().body();
    }

    // ---- the method

    private record Method(List<Statement> statements, boolean parallel, List<Statement> items) {}

    /** What the template uses. */
    Map<String, Object> model() {
        TaskNames names = new TaskNames();
        TaskScope scope = new TaskScope(names, Ranges.of(program), new UseCounts(body));
        TaskParameters parameters = new TaskParameters(program, signature, scope);
        List<TaskArgument> arguments = parameters.arguments();
        TaskBody lowering = new TaskBody(scope);
        Optional<ParallelLoop> range = ParallelLoop.of(body);
        Method method = range.map(loop -> parallel(loop, scope, lowering, parameters))
                .orElseGet(() -> sequential(lowering, parameters));
        Map<String, Object> model = new HashMap<>();
        model.put("type", TaskNames.type(signature.name()));
        model.put("method", TaskNames.method(signature.name()));
        model.put("kernel", signature.name());
        model.put("summary", signature.summary());
        model.put("arrayTypes", arrayTypes(arguments));
        model.put("parallel", method.parallel());
        model.put("range", range.map(loop -> WorkRange.of(program, loop)));
        model.put("parameters", parameters(arguments, method.parallel()));
        model.put("body", method.statements());
        model.put("items", method.items());
        model.put("arguments", arguments);
        return model;
    }

    private static Set<String> arrayTypes(List<TaskArgument> arguments) {
        Set<String> types =
                arguments.stream().map(TaskArgument::arrayType).collect(Collectors.toCollection(TreeSet::new));
        types.add(Register.LONG.arrayType());
        return types;
    }

    private static List<String> parameters(List<TaskArgument> arguments, boolean parallel) {
        Stream<String> arrays = arguments.stream().map(argument -> argument.arrayType() + " " + argument.name());
        return Stream.concat(arrays, parallel ? Stream.of("int items") : Stream.of())
                .toList();
    }

    private Method sequential(TaskBody lowering, TaskParameters parameters) {
        List<Statement> statements = new ArrayList<>(parameters.opening());
        String counts = parameters.arguments().stream()
                .filter(TaskArgument.FifoCounts.class::isInstance)
                .map(TaskArgument::name)
                .findFirst()
                .orElse("");
        parameters.fifos().forEach(fifo -> statements.addAll(fifo.open(counts)));
        statements.addAll(lowering.block(body));
        parameters.fifos().forEach(fifo -> statements.addAll(fifo.close(counts)));
        return new Method(statements, false, List.of());
    }

    private static Method parallel(ParallelLoop loop, TaskScope scope, TaskBody lowering, TaskParameters parameters) {
        WorkItems items = new WorkItems(loop, scope, lowering);
        List<Statement> statements = new ArrayList<>(parameters.opening());
        statements.addAll(items.loop());
        return new Method(statements, true, items.count(parameters.scalars()));
    }
}
