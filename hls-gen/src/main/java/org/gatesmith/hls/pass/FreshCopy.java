package org.gatesmith.hls.pass;

import java.util.List;
import java.util.Map;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** Copies a region so that every value in the copy is new, and its parameters are replaced by arguments. */
final class FreshCopy extends IrTransform {

    private final Map<Value, String> names;

    private FreshCopy(Map<Value, String> names) {
        this.names = names;
    }

    /**
     * The copy, without parameters.
     *
     * @param names what to call the copies of values that have no name
     */
    static Region of(Region body, List<Value> arguments, Map<Value, String> names) {
        FreshCopy copy = new FreshCopy(names);
        copy.replaceAll(body.parameters(), arguments);
        return copy.transform(new Region(List.of(), body.ops(), body.yields()));
    }

    /** The copy of a function, with parameters of its own. */
    static Function of(Function function) {
        List<Value> parameters = function.parameters().stream()
                .map(parameter -> Value.named(parameter.type(), parameter.name()))
                .toList();
        Region body = of(function.body(), parameters, Map.of());
        return new Function(
                function.name(),
                new Region(parameters, body.ops(), body.yields()),
                function.style(),
                function.inlining(),
                function.span());
    }

    @Override
    protected void emit(Op op) {
        super.emit(Results.replaced(op, op.results().stream().map(this::fresh).toList()));
    }

    @Override
    protected Value parameter(Value value) {
        return fresh(value);
    }

    private Value fresh(Value value) {
        @Nullable String name = value.name();
        Value copy = Value.named(value.type(), name == null ? names.get(value) : name);
        replace(value, copy);
        return copy;
    }
}
