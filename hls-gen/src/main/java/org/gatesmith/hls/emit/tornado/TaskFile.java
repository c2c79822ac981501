package org.gatesmith.hls.emit.tornado;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Table;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.Ranges;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;

/** One kernel's task: its arguments and the text of its method. */
final class TaskFile {

    private static final String SCALARS = "scalars";

    private final Program program;
    private final KernelSignature signature;
    private final Ranges ranges;
    private final UseCounts uses;
    private final Region body;
    private final List<TaskArgument> arguments = new ArrayList<>();

    TaskFile(Program written, KernelSignature signature) {
        this.program = SequentialForm.of(written);
        this.signature = signature;
        this.ranges = Ranges.of(program);
        this.body = program.top().body();
        this.uses = new UseCounts(body);
    }

    // ---- the method

    private record Method(List<Statement> statements, boolean parallel, List<Statement> items) {}

    /** What the template uses. */
    Map<String, Object> model() {
        TaskNames names = new TaskNames();
        TaskBody lowering = new TaskBody(names, ranges, uses);
        List<Statement> statements = new ArrayList<>();
        List<FifoCursor> fifos = bind(names, lowering, statements);
        statements.addAll(specialNumbers());
        Optional<ParallelLoop> range = ParallelLoop.of(body);
        Method method = range.map(loop -> parallel(loop, names, lowering, statements))
                .orElseGet(() -> sequential(lowering, statements, fifos));
        Map<String, Object> model = new HashMap<>();
        model.put("type", TaskNames.type(signature.name()));
        model.put("method", TaskNames.method(signature.name()));
        model.put("kernel", signature.name());
        model.put("summary", signature.summary());
        model.put("arrayTypes", arrayTypes());
        model.put("parallel", method.parallel());
        model.put("range", range.map(loop -> WorkRange.of(program, loop)));
        model.put("parameters", parameters(method.parallel()));
        model.put("body", method.statements());
        model.put("items", method.items());
        model.put("arguments", List.copyOf(arguments));
        return model;
    }

    private Set<String> arrayTypes() {
        Set<String> types =
                arguments.stream().map(TaskArgument::arrayType).collect(Collectors.toCollection(TreeSet::new));
        types.add(Register.LONG.arrayType());
        return types;
    }

    private List<String> parameters(boolean parallel) {
        Stream<String> arrays = arguments.stream().map(argument -> argument.arrayType() + " " + argument.name());
        return Stream.concat(arrays, parallel ? Stream.of("int items") : Stream.of())
                .toList();
    }

    /** Infinity and NaN, where the program has them, from an element that TornadoVM does not know. */
    private List<Statement> specialNumbers() {
        if (all(Op.Constant.class).stream().noneMatch(constant -> FloatTerms.isSpecial(constant.literal()))) {
            return List.of();
        }
        String unknown = "((double) " + arguments.getFirst().name() + ".get(0))";
        return List.of(
                new Statement.Line("final double " + FloatTerms.INFINITY + " = Exact.infinity" + unknown),
                new Statement.Line("final double " + FloatTerms.NAN + " = Exact.nan" + unknown));
    }

    private Method sequential(TaskBody lowering, List<Statement> statements, List<FifoCursor> fifos) {
        String counts = arguments.stream()
                .filter(TaskArgument.FifoCounts.class::isInstance)
                .map(TaskArgument::name)
                .findFirst()
                .orElse("");
        fifos.forEach(fifo -> statements.addAll(fifo.open(counts)));
        statements.addAll(lowering.block(body));
        fifos.forEach(fifo -> statements.addAll(fifo.close(counts)));
        return new Method(statements, false, List.of());
    }

    private Method parallel(ParallelLoop loop, TaskNames names, TaskBody lowering, List<Statement> statements) {
        WorkItems items = new WorkItems(loop, names, lowering);
        List<Statement> count = new ArrayList<>(statements);
        statements.addAll(items.loop());
        return new Method(statements, true, items.count(count));
    }

    // ---- parameters

    /** Names everything outside the body; returns the FIFOs. */
    private List<FifoCursor> bind(TaskNames names, TaskBody lowering, List<Statement> statements) {
        names.declare("items");
        bindPorts(names, lowering);
        bindScalars(names, lowering, statements);
        bindTables(names, lowering);
        return bindFifos(names, lowering);
    }

    private void bindPorts(TaskNames names, TaskBody lowering) {
        for (int i = 0; i < signature.parameters().size(); i++) {
            if (signature.parameters().get(i) instanceof Parameter.Array array) {
                String name = names.declare(array.name());
                arguments.add(new TaskArgument.Port(name, array));
                lowering.bind(body.parameters().get(i), new Memory.Port(name, array.type()));
            }
        }
    }

    private void bindScalars(TaskNames names, TaskBody lowering, List<Statement> statements) {
        Map<Register, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < signature.parameters().size(); i++) {
            if (signature.parameters().get(i) instanceof Parameter.Scalar scalar) {
                Register register = Register.of(scalar.type().irType());
                groups.computeIfAbsent(register.isInteger() ? Register.LONG : register, _ -> new ArrayList<>())
                        .add(i);
            }
        }
        groups.forEach((register, indices) -> bindGroup(register, indices, names, lowering, statements));
    }

    private void bindGroup(
            Register group, List<Integer> indices, TaskNames names, TaskBody lowering, List<Statement> statements) {
        String array = names.declare(group == Register.LONG ? SCALARS : group.keyword() + "Scalars");
        List<Parameter.Scalar> scalars = indices.stream()
                .map(i -> (Parameter.Scalar) signature.parameters().get(i))
                .toList();
        arguments.add(new TaskArgument.Scalars(array, group, scalars));
        for (int i = 0; i < indices.size(); i++) {
            Value value = body.parameters().get(indices.get(i));
            if (uses.isUsed(value)) {
                Term variable = TaskBody.variable(names.declare(value.name()), value.scalarType());
                String cast = variable.register() == Register.INT ? "(int) " : "";
                statements.add(new Statement.Line("final " + variable.register().keyword() + " " + variable.text()
                        + " = " + cast + array + ".get(" + i + ")"));
                lowering.bind(value, variable);
            }
        }
    }

    private void bindTables(TaskNames names, TaskBody lowering) {
        Map<String, String> named = new LinkedHashMap<>();
        for (Op.TableRef reference : all(Op.TableRef.class)) {
            Table table = program.table(reference.table());
            String name = named.computeIfAbsent(table.name(), wanted -> {
                String declared = names.declare(wanted);
                arguments.add(new TaskArgument.Table(
                        declared, Register.of(table.type().element()), table.elements()));
                return declared;
            });
            lowering.bind(
                    reference.result(), new Memory.Words(name, table.type().extents()));
        }
    }

    private List<FifoCursor> bindFifos(TaskNames names, TaskBody lowering) {
        List<FifoCursor> cursors = new ArrayList<>();
        for (Op.AllocFifo alloc : all(Op.AllocFifo.class)) {
            String name = names.declare(alloc.result().name());
            Register register = Register.of(((FifoType) alloc.result().type()).element());
            arguments.add(new TaskArgument.Fifo(name, register));
            FifoCursor cursor = new FifoCursor(
                    new Memory.Words(name, List.of(1)),
                    register,
                    names.declare(name + "Room"),
                    names.declare(name + "Written"),
                    names.declare(name + "Read"),
                    names.declare(name + "Early"),
                    cursors.size());
            cursors.add(cursor);
            lowering.bind(alloc.result(), cursor);
        }
        if (!cursors.isEmpty()) {
            arguments.add(new TaskArgument.FifoCounts(names.declare("fifoCounts"), cursors.size()));
        }
        return cursors;
    }

    private <T extends Op> Collection<T> all(Class<T> type) {
        Set<T> found = new LinkedHashSet<>();
        collect(body, type, found);
        return found;
    }

    private static <T extends Op> void collect(Region region, Class<T> type, Set<T> found) {
        for (Op op : region.ops()) {
            if (type.isInstance(op)) {
                found.add(type.cast(op));
            }
            op.regions().forEach(inner -> collect(inner, type, found));
        }
    }
}
