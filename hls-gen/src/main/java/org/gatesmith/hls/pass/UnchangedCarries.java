package org.gatesmith.hls.pass;

import java.util.BitSet;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** Takes out of loops the carried values that every iteration hands on as it got them. */
final class UnchangedCarries extends IrTransform {

    private boolean changed;

    private UnchangedCarries() {}

    static Function removedFrom(Function function) {
        Function result = function;
        UnchangedCarries round;
        // A value that passes unchanged through an inner loop is seen to be unchanged in the outer one a round later.
        do {
            round = new UnchangedCarries();
            result = round.transform(result);
        } while (round.changed);
        return result;
    }

    @Override
    protected void visit(Op.For loop) {
        BitSet kept = new BitSet();
        for (int i = 0; i < loop.initial().size(); i++) {
            Value next = loop.body().yields().get(i);
            Value initial = mapped(loop.initial().get(i));
            if (next == loop.carried().get(i) || mapped(next) == initial) {
                replace(loop.carried().get(i), initial);
                replace(loop.results().get(i), initial);
                changed = true;
            } else {
                kept.set(i);
            }
        }
        super.visit(Carries.keeping(loop, kept));
    }

    @Override
    protected void visit(Op.While loop) {
        BitSet carried = new BitSet();
        for (int i = 0; i < loop.initial().size(); i++) {
            if (isUnchanged(loop, i)) {
                replace(loop.before().parameters().get(i), mapped(loop.initial().get(i)));
                changed = true;
            } else {
                carried.set(i);
            }
        }
        BitSet forwarded = new BitSet();
        for (int i = 0; i < loop.results().size(); i++) {
            int place = loop.before().parameters().indexOf(loop.forwarded().get(i));
            if (place >= 0 && !carried.get(place)) {
                Value initial = mapped(loop.initial().get(place));
                replace(loop.body().parameters().get(i), initial);
                replace(loop.results().get(i), initial);
            } else {
                forwarded.set(i);
            }
        }
        super.visit(Carries.keeping(loop, carried, forwarded));
    }

    private boolean isUnchanged(Op.While loop, int carried) {
        Value next = loop.body().yields().get(carried);
        int place = loop.body().parameters().indexOf(next);
        Value source = place < 0 ? next : loop.forwarded().get(place);
        return source == loop.before().parameters().get(carried)
                || mapped(source) == mapped(loop.initial().get(carried));
    }
}
