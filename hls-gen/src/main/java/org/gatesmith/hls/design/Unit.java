package org.gatesmith.hls.design;

import java.util.List;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/**
 * A part of a controller. It is started in one cycle, its first step is the next, and it is done in the last cycle of its last
 * step; the unit after it starts there.
 */
public sealed interface Unit {

    /** The sequences that the unit runs; none for those that are not divided further. */
    default List<Sequence> parts() {
        return List.of();
    }

    /**
     * Simple operations over {@code length} cycles, one iteration at a time.
     *
     * @param length cycles, at least 1
     * @param fences ports that the unit reads and that the module may have written before: it starts when all writes to them are
     *     acknowledged
     */
    record Block(List<Placement> placements, int length, List<Value> fences) implements Unit {
        public Block {
            placements = List.copyOf(placements);
            fences = List.copyOf(fences);
        }
    }

    /**
     * A counted loop whose iterations overlap. It takes one cycle to set up and, unless there is no iteration,
     * {@code interval · (iterations - 1) + depth} cycles.
     *
     * @param placements the operations of the body
     * @param interval cycles between the starts of two iterations
     * @param depth cycles from the start of an iteration to the end of its last operation
     * @param fences as those of a {@link Block}
     */
    record PipelinedLoop(
            Op.For loop, List<Placement> placements, int interval, int depth, IntervalBounds bounds, List<Value> fences)
            implements Unit {
        public PipelinedLoop {
            placements = List.copyOf(placements);
            fences = List.copyOf(fences);
        }
    }

    /** A counted loop, one iteration after another: one cycle, and the cycles of every iteration. */
    record CountedLoop(Op.For loop, Sequence body) implements Unit {
        @Override
        public List<Sequence> parts() {
            return List.of(body);
        }
    }

    /**
     * A loop that ends on a condition. {@code before} runs once more than {@code body}; the condition is ready in its last step.
     * The entry takes no cycle of its own.
     */
    record ConditionLoop(Op.While loop, Sequence before, Sequence body) implements Unit {
        @Override
        public List<Sequence> parts() {
            return List.of(before, body);
        }
    }

    /** One of two sequences; the condition is known in the cycle in which the branch starts. */
    record Branch(Op.If branch, Sequence thenUnits, Sequence elseUnits) implements Unit {
        @Override
        public List<Sequence> parts() {
            return List.of(thenUnits, elseUnits);
        }
    }

    /**
     * A counted loop that starts a dataflow module again and again. Its iterations, the module's frames, overlap: the module takes the next
     * one while its processes work on those before. The loop ends when the module has ended all of them.
     *
     * @param before one block with the numbers that the module is given
     * @param fences as those of a {@link Block}; waited for once, before the first frame
     */
    record FrameLoop(Op.For loop, Sequence before, Op.Call call, List<Value> fences) implements Unit {
        public FrameLoop {
            fences = List.copyOf(fences);
        }

        @Override
        public List<Sequence> parts() {
            return List.of(before);
        }
    }

    /**
     * Another module from start to end: its cycles and one; another one if it waits at a fence.
     *
     * @param fences as those of a {@link Block}
     */
    record Invocation(Op.Call call, List<Value> fences) implements Unit {
        public Invocation {
            fences = List.copyOf(fences);
        }
    }
}
