package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/**
 * Turns every while loop that counts into a for loop: one carried value grows by a constant in each iteration and the condition
 * compares it with a bound that no iteration changes. Both loops compare, count and wrap around in the same way, so the for loop
 * runs the same iterations. A counter that is read after the loop is computed from the bound where the step is one, else
 * carried along. Carried values that no iteration changes are taken out of both kinds of loops.
 */
public final class CanonicalLoops implements Pass {

    @Override
    public String id() {
        return "canonical-loops";
    }

    @Override
    public String summary() {
        return "Turns while loops that count into for loops and takes out what loops carry without changing it.";
    }

    @Override
    public Program run(Program program) {
        return program.mapFunctions(
                function -> UnchangedCarries.removedFrom(new Counting(function).transform(function)));
    }

    private static final class Counting extends IrTransform {
        private final Definitions definitions;
        private final Set<Value> used;

        Counting(Function function) {
            definitions = Definitions.of(function);
            used = UsedValues.of(function);
        }

        @Override
        protected void visit(Op.While loop) {
            Optional<CountedLoop> counted = CountedLoop.match(loop, definitions);
            if (counted.isPresent()) {
                convert(loop, counted.get());
            } else {
                super.visit(loop);
            }
        }

        private void convert(Op.While loop, CountedLoop counted) {
            counted.hoisted().forEach(this::visit);
            Value lower = mapped(loop.initial().get(counted.counter()));
            List<Value> parameters = new ArrayList<>();
            List<Value> initial = new ArrayList<>();
            List<Value> next = new ArrayList<>();
            List<Value> results = new ArrayList<>();
            parameters.add(counterParameter(loop, counted));
            for (int carried = 0; carried < loop.initial().size(); carried++) {
                List<Integer> places = counted.forwardedFrom(carried);
                if (carried == counted.counter() || places.isEmpty()) {
                    continue;
                }
                parameters.add(merged(loop.body().parameters(), places));
                results.add(merged(loop.results(), places));
                initial.add(mapped(loop.initial().get(carried)));
                next.add(loop.body().yields().get(carried));
            }
            replaceInvariants(loop, counted);
            List<Value> exits = counted.forwardedFrom(counted.counter()).stream()
                    .map(loop.results()::get)
                    .toList();
            boolean carriesCounter = exits.stream().anyMatch(used::contains) && !counted.hasClosedExit();
            if (carriesCounter) {
                Value copy = parameters.getFirst().fresh();
                parameters.add(copy);
                initial.add(lower);
                next.add(loop.body().yields().get(counted.counter()));
                results.add(exits.getFirst());
                exits.forEach(exit -> replace(exit, exits.getFirst()));
            }
            Region body = transform(new Region(parameters, loop.body().ops(), next));
            emit(new Op.For(
                    results,
                    loop.label(),
                    lower,
                    counted.relation(),
                    mapped(counted.bound()),
                    counted.step(),
                    initial,
                    body,
                    loop.directives(),
                    loop.span()));
            if (!carriesCounter && exits.stream().anyMatch(used::contains)) {
                closedExit(loop, counted, lower, exits);
            }
        }

        /** The body's own name for the counter; a fresh value if it does not take it. */
        private Value counterParameter(Op.While loop, CountedLoop counted) {
            List<Integer> places = counted.forwardedFrom(counted.counter());
            return places.isEmpty()
                    ? loop.before().parameters().get(counted.counter()).fresh()
                    : merged(loop.body().parameters(), places);
        }

        /** Makes the values at {@code places} one, the first of them. */
        private Value merged(List<Value> values, List<Integer> places) {
            Value first = values.get(places.getFirst());
            places.forEach(place -> replace(values.get(place), first));
            return first;
        }

        private void replaceInvariants(Op.While loop, CountedLoop counted) {
            counted.invariants().forEach((place, value) -> {
                replace(loop.body().parameters().get(place), mapped(value));
                replace(loop.results().get(place), mapped(value));
            });
        }

        /**
         * With a step of one the counter stops exactly at the first value that fails the comparison, or never, so it ends as the
         * larger (smaller) of its first value and that one.
         */
        private void closedExit(Op.While loop, CountedLoop counted, Value lower, List<Value> exits) {
            Value bound = mapped(counted.bound());
            Value limit = bound;
            if (counted.relation() == Operator.LE || counted.relation() == Operator.GE) {
                Value step = Value.of(new IntType(2, true));
                limit = Value.of(wider(bound.intType()));
                emit(new Op.Constant(step, Literal.Int.of(counted.step()), loop.span()));
                emit(new Op.Compute(limit, Operator.ADD, List.of(bound, step), loop.span()));
            }
            Operator choice = counted.step() > 0 ? Operator.MAX : Operator.MIN;
            Value exit = exits.getFirst();
            emit(new Op.Compute(exit, choice, List.of(lower, limit), loop.span()));
            exits.forEach(other -> replace(other, exit));
        }

        private static IntType wider(IntType type) {
            return new IntType(Math.min(IntType.MAX_WIDTH, type.width() + 2), true);
        }
    }
}
