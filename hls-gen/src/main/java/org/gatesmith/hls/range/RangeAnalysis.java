package org.gatesmith.hls.range;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Value;

/**
 * Walks a program again and again, each time with what the walk before found in memories and returned from functions, until
 * nothing new is found; then a few times more with only what was found.
 */
final class RangeAnalysis {

    private static final int EXACT_ROUNDS = 3;
    private static final int FINE_ROUNDS = 8;
    private static final int COARSE_ROUNDS = 14;
    private static final int SHRINKING_ROUNDS = 2;

    private final Program program;
    private final Knowledge knowledge;
    private final Facts facts = new Facts();
    private final Observations observations = new Observations();

    RangeAnalysis(Program program) {
        this.program = program;
        this.knowledge = new Knowledge(program);
    }

    Ranges run() {
        Summaries summaries = Summaries.nothing();
        Summaries found = walk(summaries);
        for (int round = 0; !summaries.covers(found); round++) {
            summaries = summaries.combine(found, growth(round));
            found = walk(summaries);
        }
        for (int round = 0; round < SHRINKING_ROUNDS && !found.covers(summaries); round++) {
            summaries = summaries.combine(found, IntRange::meet);
            found = walk(summaries);
        }
        return new Ranges(facts, observations, knowledge.memories(), summaries);
    }

    private Summaries.Combination growth(int round) {
        if (round < EXACT_ROUNDS) {
            return IntRange::join;
        }
        Stops stops = knowledge.stops();
        if (round < FINE_ROUNDS) {
            return (known, next) -> known.widen(next, stops.fine());
        }
        if (round < COARSE_ROUNDS) {
            return (known, next) -> known.widen(next, stops.coarse());
        }
        IntRange widest = IntRange.of(new IntType(IntType.MAX_WIDTH, true));
        return (known, next) -> next.isWithin(known) ? known : widest.join(next);
    }

    /** Walks all functions; callers come before callees, so what calls pass is known when a function's turn comes. */
    private Summaries walk(Summaries summaries) {
        observations.startWalk();
        Map<String, List<IntRange>> results = new HashMap<>();
        for (Function function : program.functions()) {
            boolean isTop = function == program.top();
            if (isTop || observations.isCalled(function.name())) {
                defineParameters(function, isTop);
                FunctionWalk walk = new FunctionWalk(function, knowledge, facts, observations, summaries);
                results.put(function.name(), walk.walk(function.body()));
            }
        }
        return new Summaries(contents(), results);
    }

    private void defineParameters(Function function, boolean isTop) {
        List<Value> parameters = function.parameters();
        List<IntRange> passed = observations.parameters(function.name(), isTop ? 0 : parameters.size());
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).type() instanceof IntType type) {
                facts.define(parameters.get(i), isTop ? IntRange.of(type) : passed.get(i));
            }
        }
    }

    private Map<Value, IntRange> contents() {
        Map<Value, IntRange> contents = new IdentityHashMap<>();
        for (Value memory : knowledge.memories().all()) {
            contents.put(memory, knowledge.memories().initial(memory));
        }
        observations.writes().forEach((op, range) -> {
            for (Value memory : knowledge.memories().roots(written(op))) {
                contents.merge(memory, range, IntRange::join);
            }
        });
        return contents;
    }

    private static Value written(Op op) {
        return switch (op) {
            case Op.Store store -> store.memory();
            case Op.FifoWrite write -> write.fifo();
            default -> throw new IllegalArgumentException("no write: " + op);
        };
    }
}
