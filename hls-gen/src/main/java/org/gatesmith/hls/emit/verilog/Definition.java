package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a value of the IR is reached: in the step that defines it, in later ones, and after the steps. */
sealed interface Definition {

    /** The value in a step. */
    Term at(Stages steps, int step);

    /** The value where no steps are, or in those of another unit. */
    Term held();

    /** A constant, an input, or a register that stays as long as the value is needed. */
    record Steady(Term held) implements Definition {
        @Override
        public Term at(Stages steps, int step) {
            return held;
        }
    }

    /** Bits of another value, which need no registers of their own. */
    record View(Definition origin, UnaryOperator<Term> bits) implements Definition {
        @Override
        public Term at(Stages steps, int step) {
            return bits.apply(origin.at(steps, step));
        }

        @Override
        public Term held() {
            return bits.apply(origin.held());
        }
    }

    /** Defined in a step of a unit; copies in registers follow the token. */
    final class Timed implements Definition {
        private final Stages steps;
        private final int step;
        private final int until;
        private final Term value;
        private final String name;
        private final List<Term> copies = new ArrayList<>();

        Timed(Stages steps, int step, Term value, String name) {
            this(steps, step, step, value, name);
        }

        /**
         * @param step first step in which the value is there
         * @param until last step in which it still is, without a copy
         */
        Timed(Stages steps, int step, int until, Term value, String name) {
            this.steps = steps;
            this.step = step;
            this.until = until;
            this.value = value;
            this.name = name;
        }

        @Override
        public Term at(Stages others, int at) {
            if (others != steps) {
                return held();
            }
            if (at < step) {
                throw new IllegalStateException(name + " is used in step " + at + " of " + steps.name()
                        + ", before step " + step + " defines it");
            }
            return at <= until ? value : copy((at - until - 1) / steps.interval());
        }

        @Override
        public Term held() {
            if (steps.interval() != Integer.MAX_VALUE) {
                throw new IllegalStateException(name + " is used outside its loop " + steps.name());
            }
            return copy(0);
        }

        private Term copy(int number) {
            for (int i = copies.size(); i <= number; i++) {
                Term before = i == 0 ? value : copies.getLast();
                int end = Math.addExact(until, Math.multiplyExact(i, steps.interval()));
                copies.add(steps.copy(end, name + "_" + (end + 1), before));
            }
            return copies.get(number);
        }
    }

    /** A definition that is bits of another one or, if that is steady, bits of its term. */
    static Definition view(Definition origin, UnaryOperator<Term> bits) {
        return origin instanceof Steady(Term held) ? new Steady(bits.apply(held)) : new View(origin, bits);
    }

    /** The name for a value that has none in the source. */
    static String name(@Nullable String javaName, String otherwise) {
        return javaName == null ? otherwise : javaName;
    }
}
