package org.gatesmith.hls.ir;

import java.util.ArrayList;
import java.util.List;

/** Joins operand lists. */
final class Operands {

    private Operands() {}

    static List<Value> of(Value first, List<Value> rest) {
        List<Value> all = new ArrayList<>(rest.size() + 1);
        all.add(first);
        all.addAll(rest);
        return List.copyOf(all);
    }

    static List<Value> of(Value first, List<Value> middle, Value last) {
        List<Value> all = new ArrayList<>(of(first, middle));
        all.add(last);
        return List.copyOf(all);
    }

    static List<Value> of(Value first, Value second, List<Value> rest) {
        return of(first, of(second, rest));
    }
}
