package org.gatesmith.hls.ir;

import java.util.List;

/**
 * A straight sequence of operations with parameters and the values it hands on when it ends.
 *
 * @param parameters values that the owner of the region defines on entry
 * @param ops the operations, in order of execution
 * @param yields the values handed to the owner at the end
 */
public record Region(List<Value> parameters, List<Op> ops, List<Value> yields) {

    public static final Region EMPTY = new Region(List.of(), List.of(), List.of());

    public Region {
        parameters = List.copyOf(parameters);
        ops = List.copyOf(ops);
        yields = List.copyOf(yields);
    }
}
