package org.gatesmith.hls.dependence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatesmith.hls.dependence.Dependence.Assumed;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** Says why nothing more is known of an index. */
final class Irregularity {

    private final AffineForms forms;

    Irregularity(AffineForms forms) {
        this.forms = forms;
    }

    /** Why two accesses of one iteration may meet. */
    Assumed within(Access from, Access to) {
        for (int dimension = 0; dimension < from.indices().size(); dimension++) {
            Affine difference = forms.of(from.indices().get(dimension))
                    .minus(forms.of(to.indices().get(dimension)));
            Optional<Value> value = difference.values().stream().findFirst();
            if (value.isPresent()) {
                return because(value.get(), "the distance between the indices depends on ", to);
            }
        }
        return new Assumed("the indices may be equal", to.op().span());
    }

    /** Why two accesses may meet in different iterations. */
    Assumed across(List<Subscript> left, List<Subscript> right, Access from, Access to) {
        for (int dimension = 0; dimension < left.size(); dimension++) {
            Optional<Value> irregular = irregular(left.get(dimension));
            if (irregular.isEmpty()) {
                irregular = irregular(right.get(dimension));
            }
            if (irregular.isPresent()) {
                return because(irregular.get(), "an index depends on ", from);
            }
        }
        for (int dimension = 0; dimension < left.size(); dimension++) {
            if (!left.get(dimension).strides().equals(right.get(dimension).strides())) {
                return new Assumed(
                        "the two indices move through the memory at different speeds",
                        to.op().span());
            }
            Affine offset =
                    left.get(dimension).base().minus(right.get(dimension).base());
            Optional<Value> value = offset.values().stream().findFirst();
            if (value.isPresent()) {
                return because(value.get(), "the distance between the indices depends on ", to);
            }
        }
        return new Assumed("an index is made of several counters", from.op().span());
    }

    private static Optional<Value> irregular(Subscript subscript) {
        return subscript.irregular().stream().findFirst();
    }

    private Assumed because(Value value, String beginning, Access access) {
        Optional<Op> definition = forms.definitions().of(value);
        return new Assumed(
                beginning + describe(value),
                definition.map(Op::span).orElseGet(() -> access.op().span()));
    }

    /** A value in the words of the kernel. */
    String describe(Value value) {
        String name = value.name() == null ? "a value" : "'" + value.name() + "'";
        return name + forms.definitions().of(value).map(Irregularity::origin).orElse("");
    }

    private static String origin(Op op) {
        return switch (op) {
            case Op.Load _ -> ", which is read from memory";
            case Op.FifoRead _ -> ", which is read from a FIFO";
            case Op.Call call -> ", which the function " + call.callee() + " returns";
            case Op.For loop -> ", which the loop " + loop.label() + " leaves behind";
            case Op.While loop -> ", which the loop " + loop.label() + " leaves behind";
            case Op.If _ -> ", which depends on a condition";
            case Op.Compute compute ->
                ", which is computed by " + compute.operator().name().toLowerCase(Locale.ROOT);
            default -> "";
        };
    }
}
