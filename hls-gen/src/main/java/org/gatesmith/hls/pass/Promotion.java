package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.pass.PromotableArrays.Element;

/** Rewrites a function with values in the place of array elements. */
final class Promotion extends IrTransform {

    private final PromotableArrays arrays;
    /** What each element holds at the place that the walk has reached. */
    private final Map<Element, Value> current = new IdentityHashMap<>();

    Promotion(PromotableArrays arrays) {
        this.arrays = arrays;
    }

    @Override
    protected void visit(Op.AllocArray op) {
        if (!arrays.contains(op.result())) {
            super.visit(op);
            return;
        }
        Value zero = Value.of(op.type().element());
        emit(new Op.Constant(zero, zero(op.type().element()), op.span()));
        arrays.elements(op.result()).forEach(element -> current.put(element, zero));
    }

    static Literal zero(ScalarType type) {
        return switch (type) {
            case IntType _ -> Literal.Int.of(0);
            case FloatType.F32 -> Literal.F32.of(0);
            case FloatType.F64 -> Literal.F64.of(0);
        };
    }

    @Override
    protected void visit(Op.Load op) {
        if (arrays.contains(op.memory())) {
            replace(op.result(), held(arrays.element(op.memory(), op.indices())));
        } else {
            super.visit(op);
        }
    }

    @Override
    protected void visit(Op.Store op) {
        if (!arrays.contains(op.memory())) {
            super.visit(op);
            return;
        }
        Element element = arrays.element(op.memory(), op.indices());
        Value value = mapped(op.value());
        if (!value.type().equals(element.type())) {
            Value wrapped = element.value();
            emit(new Op.Compute(wrapped, Operator.CAST, List.of(value), op.span()));
            value = wrapped;
        }
        current.put(element, value);
    }

    private Value held(Element element) {
        return java.util.Objects.requireNonNull(current.get(element));
    }

    private List<Value> held(List<Element> elements) {
        return elements.stream().map(this::held).toList();
    }

    /** The elements that live here and that one of the regions may write. */
    private List<Element> written(Region... regions) {
        Set<Element> all = new LinkedHashSet<>();
        for (Region region : regions) {
            all.addAll(arrays.written(region));
        }
        return all.stream().filter(current::containsKey).toList();
    }

    /** From here on, each element holds a new value. */
    private List<Value> renewed(List<Element> elements) {
        List<Value> values = new ArrayList<>();
        for (Element element : elements) {
            Value value = element.value();
            current.put(element, value);
            values.add(value);
        }
        return values;
    }

    private void restore(List<Element> elements, List<Value> values) {
        for (int i = 0; i < elements.size(); i++) {
            current.put(elements.get(i), values.get(i));
        }
    }

    /** A region that takes and hands on elements besides its own parameters and values. */
    private Region extended(Region region, List<Value> parameters, List<Element> handedOn) {
        Region body = transform(region);
        return new Region(joined(body.parameters(), parameters), body.ops(), joined(body.yields(), held(handedOn)));
    }

    private static List<Value> joined(List<Value> first, List<Value> second) {
        List<Value> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    @Override
    protected void visit(Op.If op) {
        List<Element> written = written(op.thenRegion(), op.elseRegion());
        List<Value> before = held(written);
        Value condition = mapped(op.condition());
        Region thenRegion = extended(op.thenRegion(), List.of(), written);
        restore(written, before);
        Region elseRegion = extended(op.elseRegion(), List.of(), written);
        List<Value> results = joined(op.results(), renewed(written));
        emit(new Op.If(results, condition, thenRegion, elseRegion, op.span()));
    }

    @Override
    protected void visit(Op.For op) {
        List<Element> written = written(op.body());
        List<Value> initial = joined(mapped(op.initial()), held(written));
        Region body = extended(op.body(), renewed(written), written);
        emit(new Op.For(
                joined(op.results(), renewed(written)),
                op.label(),
                mapped(op.lower()),
                op.relation(),
                mapped(op.bound()),
                op.step(),
                initial,
                body,
                op.directives(),
                op.span()));
    }

    @Override
    protected void visit(Op.While op) {
        List<Element> written = written(op.before(), op.body());
        List<Value> initial = joined(mapped(op.initial()), held(written));
        Region before = extended(op.before(), renewed(written), written);
        List<Value> atExit = held(written);
        Region body = extended(op.body(), renewed(written), written);
        restore(written, atExit);
        emit(new Op.While(
                joined(op.results(), renewed(written)), op.label(), initial, before, body, op.directives(), op.span()));
    }
}
