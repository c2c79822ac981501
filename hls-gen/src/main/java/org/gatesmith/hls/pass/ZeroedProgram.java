package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/**
 * Rewrites the functions of a program so that zeros are written in loops, callers first. A process that is to write those of an array
 * that it is given is a variant of its function.
 */
final class ZeroedProgram {

    private final Program program;
    private final Set<String> names;
    /** For each function the names of its variants, by the parameters that it is to fill with zeros. */
    private final Map<String, Map<Map<Integer, Op.AllocArray>, String>> variants = new LinkedHashMap<>();

    ZeroedProgram(Program program) {
        this.program = program;
        this.names =
                new HashSet<>(program.functions().stream().map(Function::name).collect(Collectors.toSet()));
    }

    Program build() {
        List<Function> functions = new ArrayList<>();
        for (Function function : program.functions()) {
            Map<Map<Integer, Op.AllocArray>, String> wanted =
                    variants.getOrDefault(function.name(), Map.of(Map.of(), function.name()));
            wanted.forEach((cleared, name) -> functions.add(rewritten(function, cleared, name)));
        }
        return new Program(program.tables(), functions);
    }

    /** The name of the function that first fills some of its parameters with zeros. */
    private String variant(String function, Map<Integer, Op.AllocArray> cleared) {
        Map<Map<Integer, Op.AllocArray>, String> known = variants.computeIfAbsent(function, _ -> new LinkedHashMap<>());
        return known.computeIfAbsent(cleared, _ -> known.isEmpty() ? function : unusedName(function));
    }

    private String unusedName(String function) {
        int number = 2;
        while (!names.add(function + "_" + number)) {
            number++;
        }
        return function + "_" + number;
    }

    private Function rewritten(Function function, Map<Integer, Op.AllocArray> cleared, String name) {
        Function copy = name.equals(function.name()) ? function : copied(function, name);
        return copy.style() == Function.Style.DATAFLOW
                ? new Processes(copy, cleared).transform(copy)
                : new Bodies()
                        .transform(new Function(
                                name, zeroed(copy.body(), cleared), copy.style(), copy.inlining(), copy.span()));
    }

    private static Function copied(Function function, String name) {
        List<Value> parameters =
                function.parameters().stream().map(Value::fresh).toList();
        Region body = FreshCopy.of(function.body(), parameters, Map.of());
        return new Function(
                name,
                new Region(parameters, body.ops(), body.yields()),
                function.style(),
                function.inlining(),
                function.span());
    }

    private static Region zeroed(Region body, Map<Integer, Op.AllocArray> cleared) {
        List<Op> ops = new ArrayList<>();
        cleared.forEach((position, like) ->
                ops.addAll(new ZeroLoops(alike(body.parameters().get(position), like)).ops()));
        ops.addAll(body.ops());
        return new Region(body.parameters(), ops, body.yields());
    }

    /** What an array is like under another name. */
    private static Op.AllocArray alike(Value array, Op.AllocArray like) {
        return new Op.AllocArray(array, true, like.directives(), like.span());
    }

    private static Op.AllocArray plain(Op.AllocArray op) {
        return new Op.AllocArray(op.result(), false, op.directives(), op.span());
    }

    /** Arrays of a function that runs from top to bottom. */
    private final class Bodies extends IrTransform {

        @Override
        protected void visit(Op.AllocArray op) {
            emit(plain(op));
            if (op.zeroed()) {
                new ZeroLoops(op).ops().forEach(this::emit);
            }
        }

        @Override
        protected void visit(Op.Call op) {
            variant(op.callee(), Map.of());
            super.visit(op);
        }
    }

    /** Arrays of a dataflow function, which has no loops: the first process that is given one fills it. */
    private final class Processes extends IrTransform {

        private final Map<Value, Op.AllocArray> waiting = new IdentityHashMap<>();

        Processes(Function function, Map<Integer, Op.AllocArray> cleared) {
            cleared.forEach((position, like) -> {
                Value parameter = function.parameters().get(position);
                waiting.put(parameter, alike(parameter, like));
            });
        }

        @Override
        protected void visit(Op.AllocArray op) {
            emit(plain(op));
            if (op.zeroed()) {
                waiting.put(op.result(), op);
            }
        }

        @Override
        protected void visit(Op.Call op) {
            Map<Integer, Op.AllocArray> cleared = new TreeMap<>();
            for (int i = 0; i < op.operands().size(); i++) {
                Op.AllocArray array = waiting.remove(op.operands().get(i));
                if (array != null) {
                    cleared.put(i, array);
                }
            }
            emit(new Op.Call(op.results(), variant(op.callee(), cleared), mapped(op.operands()), op.span()));
        }
    }
}
