package org.gatesmith.hls.emit.tornado;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Table;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;

/**
 * The parameters of a task: the kernel's arrays, and arrays of what else it uses. TornadoVM takes few, so there is one for all
 * scalars of a kind, one for all tables, and one for all FIFOs.
 */
final class TaskParameters {

    private static final String SCALARS = "scalars";

    private final Program program;
    private final KernelSignature signature;
    private final Region body;
    private final TaskScope scope;
    private final List<TaskArgument> arguments = new ArrayList<>();
    private final List<Statement> scalars = new ArrayList<>();
    private final List<Statement> specialNumbers = new ArrayList<>();
    private final List<FifoCursor> fifos = new ArrayList<>();

    /** Names them all. */
    TaskParameters(Program program, KernelSignature signature, TaskScope scope) {
        this.program = program;
        this.signature = signature;
        this.body = program.top().body();
        this.scope = scope;
        scope.name("items");
        bindPorts();
        bindScalars();
        bindTables();
        bindFifos();
        bindSpecialNumbers();
    }

    List<TaskArgument> arguments() {
        return List.copyOf(arguments);
    }

    /** Variables for the scalars, which need no other argument. */
    List<Statement> scalars() {
        return List.copyOf(scalars);
    }

    /** What the method begins with. */
    List<Statement> opening() {
        return Stream.concat(scalars.stream(), specialNumbers.stream()).toList();
    }

    List<FifoCursor> fifos() {
        return List.copyOf(fifos);
    }

    private void bindPorts() {
        for (int i = 0; i < signature.parameters().size(); i++) {
            if (signature.parameters().get(i) instanceof Parameter.Array array) {
                String name = scope.name(array.name());
                arguments.add(new TaskArgument.Port(name, array));
                scope.bind(body.parameters().get(i), new Memory.Port(name, array.type()));
            }
        }
    }

    private void bindScalars() {
        Map<Register, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < signature.parameters().size(); i++) {
            if (signature.parameters().get(i) instanceof Parameter.Scalar scalar) {
                Register register = Register.of(scalar.type().irType());
                groups.computeIfAbsent(register.isInteger() ? Register.LONG : register, _ -> new ArrayList<>())
                        .add(i);
            }
        }
        groups.forEach((register, indices) -> bindGroup(register, indices));
    }

    private void bindGroup(Register register, List<Integer> indices) {
        String array = scope.name(register == Register.LONG ? SCALARS : register.keyword() + "Scalars");
        List<Parameter.Scalar> group = indices.stream()
                .map(i -> (Parameter.Scalar) signature.parameters().get(i))
                .toList();
        arguments.add(new TaskArgument.Scalars(array, register, group));
        for (int i = 0; i < indices.size(); i++) {
            Value value = body.parameters().get(indices.get(i));
            if (scope.isUsed(value)) {
                Term variable = TaskScope.variable(scope.name(value.name()), value.scalarType());
                String cast = variable.register() == Register.INT ? "(int) " : "";
                scalars.add(new Statement.Line("final " + variable.register().keyword() + " " + variable.text() + " = "
                        + cast + array + ".get(" + i + ")"));
                scope.bind(value, variable);
            }
        }
    }

    private void bindTables() {
        Map<Register, Map<String, Table>> groups = new EnumMap<>(Register.class);
        for (Op.TableRef reference : all(Op.TableRef.class)) {
            Table table = program.table(reference.table());
            groups.computeIfAbsent(Register.of(table.type().element()), _ -> new LinkedHashMap<>())
                    .put(table.name(), table);
        }
        Map<String, Memory> named = new LinkedHashMap<>();
        groups.forEach((register, tables) -> named.putAll(joined(register, tables)));
        for (Op.TableRef reference : all(Op.TableRef.class)) {
            String name = program.table(reference.table()).name();
            scope.bind(reference.result(), Objects.requireNonNull(named.get(name), name));
        }
    }

    /** One array for all tables of a register, one after another. */
    private Map<String, Memory> joined(Register register, Map<String, Table> tables) {
        String own = tables.keySet().iterator().next();
        String array = scope.name(tables.size() == 1 ? own : register.keyword() + "Tables");
        Map<String, Memory> memories = new LinkedHashMap<>();
        List<Literal> elements = new ArrayList<>();
        tables.forEach((name, table) -> {
            memories.put(name, new Memory.Words(array, table.type().extents(), elements.size()));
            elements.addAll(table.elements());
        });
        arguments.add(new TaskArgument.Table(array, register, elements));
        return memories;
    }

    private void bindFifos() {
        Map<Register, List<Op.AllocFifo>> groups = new EnumMap<>(Register.class);
        for (Op.AllocFifo alloc : all(Op.AllocFifo.class)) {
            Register register = Register.of(((FifoType) alloc.result().type()).element());
            groups.computeIfAbsent(register, _ -> new ArrayList<>()).add(alloc);
        }
        groups.forEach(this::bindFifos);
        if (!fifos.isEmpty()) {
            arguments.add(new TaskArgument.FifoCounts(scope.name("fifoCounts"), fifos.size()));
        }
    }

    /** One array for all FIFOs of a register, each with the same room. */
    private void bindFifos(Register register, List<Op.AllocFifo> allocs) {
        boolean alone = allocs.size() == 1;
        String array = scope.name(alone ? allocs.getFirst().result().name() : register.keyword() + "Fifos");
        arguments.add(new TaskArgument.Fifo(array, register, allocs.size()));
        for (int i = 0; i < allocs.size(); i++) {
            String name = allocs.get(i).result().name();
            FifoCursor cursor = new FifoCursor(
                    array,
                    i,
                    register,
                    scope.name(name + "Room"),
                    scope.name(name + "Written"),
                    scope.name(name + "Read"),
                    scope.name(name + "Early"),
                    fifos.size());
            fifos.add(cursor);
            scope.bind(allocs.get(i).result(), cursor);
        }
    }

    /** Infinity and NaN, where the program has them, from an element that TornadoVM does not know. */
    private void bindSpecialNumbers() {
        if (all(Op.Constant.class).stream().noneMatch(constant -> FloatTerms.isSpecial(constant.literal()))) {
            return;
        }
        String unknown = "((double) " + arguments.getFirst().name() + ".get(0))";
        specialNumbers.add(new Statement.Line("final double " + FloatTerms.INFINITY + " = Exact.infinity" + unknown));
        specialNumbers.add(new Statement.Line("final double " + FloatTerms.NAN + " = Exact.nan" + unknown));
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
