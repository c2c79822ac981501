package org.gatesmith.hls.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.MethodNames;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.pass.CanonicalLoops;
import org.gatesmith.hls.pass.DeadCode;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.range.IntRange;
import org.gatesmith.hls.range.Ranges;
import org.gatesmith.hls.signature.JavaType;

/**
 * The widths that the integer variables of a kernel need, under the names that the source gives them. All values of a variable,
 * and all variables of one name and type in a method, make one row; loop counters are told apart.
 *
 * <p>The standard passes narrow every value for itself, with what is known where it is used, so the hardware may be narrower.
 */
public final class Widths {

    private record Key(String name, String declared) {}

    private final MethodNames methods;
    private final Ranges ranges;
    private final Set<Value> unpromised = ValueFlow.identitySet();
    private final Set<String> memories = new HashSet<>();
    private final Map<Key, WidthRow> rows = new LinkedHashMap<>();

    private Widths(Program program, String kernelMethod) {
        this.methods = MethodNames.of(program, kernelMethod);
        this.ranges = Ranges.of(program);
    }

    /**
     * The rows in the order of the source.
     *
     * @param accepted the program as the front end leaves it, with the names of the source
     * @param kernelMethod name of the kernel's Java method
     */
    public static List<WidthRow> of(Program accepted, String kernelMethod) throws DiagnosticException {
        // Counted loops bound their counters far better, and what nothing reads needs no width.
        Program program = Pipeline.of(new CanonicalLoops(), new DeadCode()).run(accepted);
        Widths widths = new Widths(program, kernelMethod);
        for (Function function : program.functions()) {
            widths.add(function, function == program.top());
        }
        return widths.inSourceOrder();
    }

    private List<WidthRow> inSourceOrder() {
        List<WidthRow> sorted = new ArrayList<>(rows.values());
        sorted.sort(Comparator.comparing((WidthRow row) -> row.place().file())
                .thenComparing(row -> row.place().startLine())
                .thenComparing(row -> row.place().startColumn()));
        return sorted;
    }

    private void add(Function function, boolean isTop) {
        String method = methods.of(function);
        findUnpromised(function.body());
        for (Value parameter : function.parameters()) {
            if (parameter.type() instanceof ScalarType) {
                add(method, parameter, function.span());
            } else {
                memories.add(method + "." + parameter.name());
                // Helpers see memories of their callers under other names.
                if (isTop) {
                    add(method, parameter, function.span());
                }
            }
        }
        add(method, function.body());
    }

    /** A value before its contract holds says nothing of what the variable needs. */
    private void findUnpromised(Region region) {
        for (Op op : region.ops()) {
            if (op instanceof Op.Assume assume
                    && assume.what().equals(assume.operand().name())) {
                unpromised.add(assume.operand());
            }
            op.regions().forEach(this::findUnpromised);
        }
    }

    private void add(String method, Region region) {
        for (Op op : region.ops()) {
            op.results().forEach(result -> add(method, result, op.span()));
            if (op instanceof Op.For loop) {
                put(
                        loop.label(),
                        WidthRow.Kind.COUNTER,
                        loop.span(),
                        loop.counter().type(),
                        ranges.of(loop.counter()));
                loop.carried().forEach(carried -> add(method, carried, loop.span()));
            } else {
                op.regions().forEach(inner -> inner.parameters().forEach(p -> add(method, p, op.span())));
            }
            op.regions().forEach(inner -> add(method, inner));
        }
    }

    private void add(String method, Value value, Span span) {
        if (value.name() == null || unpromised.contains(value) || value.type().equals(IntType.BOOL)) {
            return;
        }
        String name = method + "." + value.name();
        if (!(value.type() instanceof ScalarType)) {
            memories.add(name);
        }
        switch (value.type()) {
            case IntType type -> {
                // What a contract says of an array's elements carries the array's name.
                if (!memories.contains(name)) {
                    put(name, WidthRow.Kind.SCALAR, span, type, ranges.of(value));
                }
            }
            case ArrayType type
            when type.element() instanceof IntType ->
                put(name, WidthRow.Kind.ARRAY, span, type, ranges.elements(value));
            case PortType type
            when type.element() instanceof IntType -> put(name, WidthRow.Kind.PORT, span, type, ranges.elements(value));
            case FifoType type
            when type.element() instanceof IntType -> put(name, WidthRow.Kind.FIFO, span, type, ranges.elements(value));
            default -> {}
        }
    }

    private void put(String name, WidthRow.Kind kind, Span span, Type type, IntRange range) {
        WidthRow row = new WidthRow(name, kind, span, declared(type), range);
        rows.merge(
                new Key(name, row.declared()),
                row,
                (old, next) -> new WidthRow(
                        name,
                        old.kind(),
                        earlier(old.place(), next.place()),
                        old.declared(),
                        old.range().join(next.range())));
    }

    private static Span earlier(Span a, Span b) {
        boolean firstIsEarlier =
                a.startLine() < b.startLine() || (a.startLine() == b.startLine() && a.startColumn() <= b.startColumn());
        return firstIsEarlier && a.isKnown() ? a : b;
    }

    private static String declared(Type type) {
        return switch (type) {
            case ScalarType scalar -> javaName(scalar);
            case ArrayType array ->
                javaName(array.element())
                        + array.extents().stream()
                                .map(extent -> "[" + extent + "]")
                                .collect(Collectors.joining());
            case PortType port -> javaName(port.element()) + "[]";
            case FifoType fifo -> "fifo of " + javaName(fifo.element());
        };
    }

    private static String javaName(ScalarType type) {
        for (JavaType java : JavaType.values()) {
            if (java.irType().equals(type)) {
                return java.keyword();
            }
        }
        return type.toString();
    }
}
