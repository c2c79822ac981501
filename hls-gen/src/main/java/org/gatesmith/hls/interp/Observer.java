package org.gatesmith.hls.interp;

import java.util.Optional;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/**
 * Chooses what to watch of a program. It is asked once per place, when the program is compiled for the interpreter; places that
 * nobody watches cost nothing. The processes of a dataflow function run in turns, so of one run no two watches see at the same
 * time.
 */
public interface Observer {

    /** Watches nothing. */
    Observer NOBODY = new Observer() {};

    /**
     * What sees a number each time an operation defines it.
     *
     * @param function where the operation stands
     * @param result one of the operation's results, a number
     */
    default Optional<Watch> result(Function function, Op op, Value result) {
        return Optional.empty();
    }

    /**
     * What sees a number each time a region begins with it: a parameter of a function, or the counter or a carried value of a
     * loop, in every iteration. The body of a loop with a condition is not asked for, as its condition has seen the same numbers.
     */
    default Optional<Watch> parameter(Function function, Value parameter) {
        return Optional.empty();
    }

    /**
     * What sees the element that a store or FIFO write puts into its memory, in the element's type.
     *
     * @param write an {@link Op.Store} or {@link Op.FifoWrite}
     */
    default Optional<Watch> written(Function function, Op write) {
        return Optional.empty();
    }

    /** What to do each time an operation has been executed; a loop is executed each time it has ended. */
    default Optional<Runnable> executed(Function function, Op op) {
        return Optional.empty();
    }
}
