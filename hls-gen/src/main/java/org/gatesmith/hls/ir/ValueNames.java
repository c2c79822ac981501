package org.gatesmith.hls.ir;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The spelling of every value of one function. Values are numbered in the order of their definitions in the text, so that text
 * read back and printed again does not change: the first value named {@code acc} is {@code %acc}, the next {@code %acc.1};
 * values without a name are {@code %0}, {@code %1} and so on.
 */
final class ValueNames {

    private final Map<Value, String> spellings = new IdentityHashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private int unnamed;

    static ValueNames of(Function function) {
        ValueNames names = new ValueNames();
        names.define(function.body());
        return names;
    }

    /** The spelling; a value that the function does not define gets one when it is first met. */
    String spelling(Value value) {
        String known = spellings.get(value);
        if (known != null) {
            return known;
        }
        String fresh = "%" + next(value.name());
        spellings.put(value, fresh);
        return fresh;
    }

    private void define(Region region) {
        region.parameters().forEach(this::spelling);
        for (Op op : region.ops()) {
            op.results().forEach(this::spelling);
            op.regions().forEach(this::define);
        }
    }

    private String next(@Nullable String name) {
        if (name == null) {
            return Integer.toString(unnamed++);
        }
        String base = Names.valueName(name);
        int earlier = uses.merge(base, 1, Integer::sum) - 1;
        return earlier == 0 ? base : base + "." + earlier;
    }
}
