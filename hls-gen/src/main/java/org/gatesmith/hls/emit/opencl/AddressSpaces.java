package org.gatesmith.hls.emit.opencl;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/**
 * Where the array parameters of functions lie: tables in constant memory, arrays in private memory. The two are different types
 * in OpenCL C, so a function that is called with both becomes two.
 */
final class AddressSpaces {

    private final Program source;

    /** Every variant by its name: which parameters are tables. */
    private final Map<String, BitSet> tables = new HashMap<>();

    private final Map<String, List<String>> variants = new HashMap<>();
    private final List<Function> functions = new ArrayList<>();

    private AddressSpaces(Program source, List<String> kernels) {
        this.source = source;
        kernels.reversed().forEach(kernel -> variant(source.function(kernel), new BitSet()));
        Collections.reverse(functions);
    }

    static AddressSpaces of(Program program) {
        return of(program, List.of(program.top().name()));
    }

    /** For a program with several kernels. */
    static AddressSpaces of(Program program, List<String> kernels) {
        return new AddressSpaces(program, kernels);
    }

    /** The program in which every parameter has one address space; its values are those of the original. */
    Program program() {
        return new Program(source.tables(), functions);
    }

    /** Whether a parameter of a function takes tables. */
    boolean isTable(Function function, int parameter) {
        return tables.getOrDefault(function.name(), new BitSet()).get(parameter);
    }

    /** The name of the variant of a function for such arguments, made on first use. */
    private String variant(Function function, BitSet arguments) {
        List<String> known = variants.computeIfAbsent(function.name(), _ -> new ArrayList<>());
        for (String name : known) {
            if (arguments.equals(tables.get(name))) {
                return name;
            }
        }
        String name = function.name() + (known.isEmpty() ? "" : "_variant" + (known.size() + 1));
        known.add(name);
        tables.put(name, arguments);
        Region body = new Separation(function, arguments).body();
        functions.add(new Function(name, body, function.style(), function.inlining(), function.span()));
        return name;
    }

    /** Rewrites the calls of one function. */
    private final class Separation extends IrTransform {

        private final Function function;
        private final Set<Value> constant = Collections.newSetFromMap(new IdentityHashMap<>());

        Separation(Function function, BitSet arguments) {
            this.function = function;
            arguments.stream().forEach(i -> constant.add(function.parameters().get(i)));
        }

        Region body() {
            return transform(function.body());
        }

        @Override
        protected void visit(Op.TableRef op) {
            constant.add(op.result());
            super.visit(op);
        }

        @Override
        protected void visit(Op.Call op) {
            BitSet arguments = new BitSet();
            for (int i = 0; i < op.operands().size(); i++) {
                arguments.set(i, constant.contains(op.operands().get(i)));
            }
            String name = variant(source.function(op.callee()), arguments);
            emit(new Op.Call(op.results(), name, op.operands(), op.span()));
        }
    }
}
