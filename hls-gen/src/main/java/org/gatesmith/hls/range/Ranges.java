package org.gatesmith.hls.range;

import java.math.BigInteger;
import java.util.Optional;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Value;

/**
 * What every integer of a program may be, found without running it. Holds for every execution that keeps the contracts of the
 * kernel's author and does no more than the IR permits.
 *
 * <p>The analysis is an abstract interpretation over intervals and known bits. It follows the structure of the program: the
 * conditions of branches and loops narrow the values they speak of, a counter lies between the limits of its loop, and a sum that
 * a loop builds up grows by at most one step per iteration. Of an array, port or FIFO it knows one range for all elements.
 */
public final class Ranges {

    private final Facts facts;
    private final Observations observations;
    private final Memories memories;
    private final Summaries summaries;

    Ranges(Facts facts, Observations observations, Memories memories, Summaries summaries) {
        this.facts = facts;
        this.observations = observations;
        this.memories = memories;
        this.summaries = summaries;
    }

    /** Analyses a program. */
    public static Ranges of(Program program) {
        return new RangeAnalysis(program).run();
    }

    /** What an integer may be wherever it is visible. */
    public IntRange of(Value value) {
        return facts.atDefinition(value);
    }

    /** What an operand may be when {@code op} reads it, the conditions around it considered. */
    public IntRange operand(Op op, int index) {
        return observations
                .operands(op)
                .map(ranges -> ranges.get(index))
                .orElseGet(() -> of(op.operands().get(index)));
    }

    /** What the elements of a memory may be, those included that the caller of the kernel provides. */
    public IntRange elements(Value memory) {
        IntRange all = IntRange.NONE;
        for (Value root : memories.roots(memory)) {
            all = all.join(summaries.contents(root));
        }
        return all;
    }

    /** Largest number of iterations of a loop each time it is reached, if there is a limit. */
    public Optional<BigInteger> trips(Op loop) {
        return Optional.ofNullable(observations.trips(loop));
    }
}
