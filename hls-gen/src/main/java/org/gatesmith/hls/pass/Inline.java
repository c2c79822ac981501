package org.gatesmith.hls.pass;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Replaces calls by the bodies of their callees, each time with values of its own; also of callees that are to be kept, where
 * a call gives one memory for two parameters. The calls of a dataflow function are
 * processes and stay, but the processes' own bodies are inlined into. A dataflow function is never inlined: its calls would
 * stop being concurrent.
 */
public final class Inline implements Pass {

    @Override
    public String id() {
        return "inline";
    }

    @Override
    public String summary() {
        return "Replaces calls by the bodies of the functions that need no hardware of their own.";
    }

    @Override
    public Program run(Program program) {
        Map<String, Function> flat = new HashMap<>();
        for (Function function : program.functions().reversed()) {
            flat.put(function.name(), new Calls(flat).transform(function));
        }
        return ReachableParts.of(program.mapFunctions(function -> flat.getOrDefault(function.name(), function)));
    }

    /** Rewrites the calls of one function whose callees have been rewritten already. */
    private static final class Calls extends IrTransform {
        private final Map<String, Function> callees;

        Calls(Map<String, Function> callees) {
            this.callees = callees;
        }

        @Override
        public Function transform(Function function) {
            return function.style() == Function.Style.DATAFLOW ? function : super.transform(function);
        }

        @Override
        protected void visit(Op.Call call) {
            Function callee = callees.get(call.callee());
            if (callee == null || !isInlined(callee, call)) {
                super.visit(call);
                return;
            }
            Region copy = FreshCopy.of(callee.body(), mapped(call.operands()), names(callee, call));
            copy.ops().forEach(this::emit);
            replaceAll(call.results(), copy.yields());
        }

        private static boolean isInlined(Function callee, Op.Call call) {
            return callee.style() == Function.Style.SEQUENTIAL
                    && (callee.inlining() == Function.Inlining.INLINE || givesMemoryTwice(call));
        }

        /** A function of its own takes each of its parameters for another memory. */
        private static boolean givesMemoryTwice(Op.Call call) {
            List<Value> memories = call.operands().stream()
                    .filter(operand -> operand.type() instanceof ArrayType || operand.type() instanceof PortType)
                    .toList();
            return memories.stream().distinct().count() < memories.size();
        }

        /** A returned value without a Java name takes that of the variable which the caller assigns it to. */
        private static Map<Value, String> names(Function callee, Op.Call call) {
            Map<Value, String> names = new IdentityHashMap<>();
            List<Value> returned = callee.body().yields();
            for (int i = 0; i < returned.size(); i++) {
                @Nullable String name = call.results().get(i).name();
                if (name != null) {
                    names.put(returned.get(i), name);
                }
            }
            return names;
        }
    }
}
