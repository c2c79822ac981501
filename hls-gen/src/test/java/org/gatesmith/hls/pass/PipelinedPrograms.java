package org.gatesmith.hls.pass;

import java.util.List;
import java.util.Random;
import org.gatesmith.hls.dependence.TripCounts;
import org.gatesmith.hls.interp.RandomPrograms;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.range.IntRange;

/** Random programs with directives that can be honoured: loops are pipelined or unrolled wherever nothing stands against it. */
public final class PipelinedPrograms {

    private PipelinedPrograms() {}

    static Program program(long seed) {
        return directed(RandomPrograms.program(seed), seed);
    }

    /** A program with other directives. */
    public static Program directed(Program undirected, long seed) {
        Program program = UndirectedLoops.of(undirected);
        Random random = new Random(seed);
        return program.mapFunctions(function -> new Directing(program, function, random).transform(function));
    }

    private static final class Directing extends IrTransform {
        private final Program program;
        private final Definitions definitions;
        private final Random random;

        Directing(Program program, Function function, Random random) {
            this.program = program;
            this.definitions = Definitions.of(function);
            this.random = random;
        }

        @Override
        protected void visit(Op.For op) {
            super.visit(new Op.For(
                    op.results(),
                    op.label(),
                    op.lower(),
                    op.relation(),
                    op.bound(),
                    op.step(),
                    op.initial(),
                    op.body(),
                    directives(op),
                    op.span()));
        }

        private LoopDirectives directives(Op.For loop) {
            boolean pipelined = isStraight(loop.body().ops()) && random.nextInt(4) > 0;
            int factor = switch (random.nextInt(4)) {
                case 0 -> TripCounts.constant(loop, definitions::integer).isPresent() ? 0 : 1;
                case 1 -> canBeCountedInGroups(loop) ? 2 + random.nextInt(3) : 1;
                default -> 1;
            };
            return new LoopDirectives(pipelined ? 1 + random.nextInt(3) : 0, factor, false, false, null);
        }

        private boolean canBeCountedInGroups(Op.For loop) {
            return TripCounts.constant(loop, definitions::integer).isPresent()
                    || TripCounts.neverWraps(loop, IntRange.of(loop.bound().intType()));
        }

        private boolean isStraight(List<Op> ops) {
            return ops.stream().allMatch(op -> switch (op) {
                case Op.While _ -> false;
                // A remainder takes as many steps as the exponents differ.
                case Op.Compute compute -> compute.operator() != Operator.FREM;
                case Op.For loop ->
                    TripCounts.constant(loop, definitions::integer).isPresent()
                            && isStraight(loop.body().ops());
                case Op.Call call -> isCore(program.function(call.callee()));
                default -> op.regions().stream().map(Region::ops).allMatch(this::isStraight);
            });
        }

        private boolean isCore(Function callee) {
            return Cores.takesNumbersOnly(callee) && isStraight(callee.body().ops());
        }
    }
}
