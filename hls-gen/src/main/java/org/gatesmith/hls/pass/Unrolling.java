package org.gatesmith.hls.pass;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.dependence.TripCounts;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.IntRange;
import org.jspecify.annotations.Nullable;

/** Unrolls the loops of one function, outermost first. */
final class Unrolling extends Folding {

    /**
     * Operations that one function may grow to. A fully unrolled 32×32 array of multipliers has about 10^4; a hundred times as
     * many fit no device.
     */
    static final int MAX_OPERATIONS = 1_000_000;

    private final Program program;
    private final KnownRanges ranges;
    private final boolean isCore;
    private final Map<String, Diagnostic> refused;
    private final List<Diagnostic> problems;
    /** The pipelined loops around, innermost first. */
    private final Deque<Op.For> pipelines = new ArrayDeque<>();

    private int operations;

    /**
     * Unrolls one function.
     *
     * @param isCore whether pipelined loops call the function
     * @param refused what makes a core impossible, by its name
     * @param problems takes what cannot be done
     */
    Unrolling(
            Program program,
            KnownRanges ranges,
            boolean isCore,
            Map<String, Diagnostic> refused,
            List<Diagnostic> problems) {
        super(program);
        this.program = program;
        this.ranges = ranges;
        this.isCore = isCore;
        this.refused = refused;
        this.problems = problems;
    }

    private boolean isPipelined() {
        return isCore || !pipelines.isEmpty();
    }

    @Override
    protected void emit(Op op) {
        operations++;
        super.emit(op);
    }

    // ---- what a pipeline cannot hold

    @Override
    protected void visit(Op.Call call) {
        Diagnostic reason = refused.get(call.callee());
        if (isPipelined() && !Cores.takesNumbersOnly(program.function(call.callee()))) {
            report(
                    Rule.PIPELINE_CALL,
                    call.span(),
                    "the function " + call.callee() + " uses memory and is called " + inside(),
                    "leave out @NoInline, or pipeline a loop inside " + call.callee() + " instead");
        } else if (isPipelined() && reason != null) {
            report(
                    reason.rule(),
                    call.span(),
                    "the function " + call.callee() + " is called " + inside() + ", but " + reason.message(),
                    "change " + call.callee() + " or call it outside pipelined loops");
        }
        super.visit(call);
    }

    @Override
    protected void visit(Op.While loop) {
        if (isPipelined()) {
            report(
                    Rule.PIPELINE_LOOP,
                    loop.span(),
                    "the loop " + loop.label() + " ends on a condition and lies " + inside(),
                    "write a for loop with constant limits, an if inside for the iterations that are not needed, or "
                            + (pipelines.isEmpty()
                                    ? "call the function outside pipelined loops"
                                    : "do not pipeline " + pipelines.getFirst().label()));
        }
        super.visit(loop);
    }

    private void report(Rule rule, Span span, String message, String fix) {
        List<Diagnostic.Related> related = pipelines.isEmpty()
                ? List.of()
                : List.of(new Diagnostic.Related(pipelines.getFirst().span(), "this loop is pipelined"));
        problems.add(new Diagnostic(rule, span, message, fix, related));
    }

    private String inside() {
        return pipelines.isEmpty()
                ? "in a function that a pipelined loop calls"
                : "inside the pipelined loop " + pipelines.getFirst().label();
    }

    // ---- loops

    @Override
    protected void visit(Op.For loop) {
        Optional<BigInteger> trips = TripCounts.constant(loop, value -> integer(mapped(value)));
        int factor = loop.directives().unrollFactor();
        if (isPipelined() || factor == 0) {
            trips.ifPresentOrElse(count -> expand(loop, count), () -> refuse(loop));
        } else if (factor == 1) {
            keep(loop);
        } else if (trips.isPresent() && trips.get().compareTo(BigInteger.valueOf(factor)) <= 0) {
            expand(loop, trips.get());
        } else {
            replicate(loop, factor, trips);
        }
    }

    private void keep(Op.For loop) {
        boolean enters = loop.directives().isPipelined();
        if (enters) {
            pipelines.push(loop);
        }
        super.visit(loop);
        if (enters) {
            pipelines.pop();
        }
    }

    private void refuse(Op.For loop) {
        if (isPipelined()) {
            report(
                    Rule.PIPELINE_LOOP,
                    loop.span(),
                    "the loop " + loop.label() + " has no constant number of iterations and lies " + inside(),
                    "give it constant limits, with an if inside for what is not needed, or pipeline " + loop.label()
                            + " instead of the loop around it");
        } else {
            report(
                    Rule.UNROLL_TRIP_COUNT,
                    loop.span(),
                    "the loop " + loop.label()
                            + " is to be unrolled completely but has no constant number of iterations",
                    "give it constant limits, or unroll it by a factor: @Unroll(factor = 4)");
        }
        super.visit(loop);
    }

    private void expand(Op.For loop, BigInteger trips) {
        List<Value> carried = mapped(loop.initial());
        BigInteger number = integer(mapped(loop.lower())).orElseThrow();
        for (BigInteger i = trips; i.signum() > 0; i = i.subtract(BigInteger.ONE)) {
            if (operations > MAX_OPERATIONS) {
                tooLarge(loop, trips);
                break;
            }
            Value counter = Value.of(loop.counter().type());
            emit(new Op.Constant(counter, new Literal.Int(number), loop.span()));
            carried = copy(loop, counter, carried);
            number = number.add(BigInteger.valueOf(loop.step()));
        }
        replaceAll(loop.results(), carried);
    }

    private void tooLarge(Op.For loop, BigInteger trips) {
        problems.add(Diagnostic.of(
                Rule.UNROLL_SIZE,
                loop.span(),
                "unrolling the " + trips + " iterations of the loop " + loop.label() + " makes more than "
                        + MAX_OPERATIONS + " operations",
                isPipelined() && !pipelines.isEmpty()
                        ? "pipeline it instead of the loop "
                                + pipelines.getFirst().label() + ", inside which all loops are unrolled completely"
                        : "unroll it by a factor, or pipeline it instead"));
    }

    /** One iteration, its operations visited in turn; returns what it carries on. */
    private List<Value> copy(Op.For loop, Value counter, List<Value> carried) {
        List<Value> arguments = new ArrayList<>();
        arguments.add(counter);
        arguments.addAll(carried);
        return splice(FreshCopy.of(loop.body(), arguments, Map.of()));
    }

    // ---- partial unrolling

    private void replicate(Op.For loop, int factor, Optional<BigInteger> trips) {
        IntRange bound = integer(mapped(loop.bound()))
                .map(IntRange::constant)
                .orElseGet(() -> ranges.get().of(loop.bound()));
        if (!TripCounts.neverWraps(loop, bound)) {
            report(
                    Rule.UNROLL_COUNTER,
                    loop.span(),
                    "the counter of " + loop.label() + " may wrap around before it reaches its bound, so its iterations"
                            + " cannot be counted in groups of " + factor,
                    "bound the limit with a contract: @Range(min = 0, max = ...)");
            super.visit(loop);
            return;
        }
        boolean divides = trips.filter(
                        count -> count.mod(BigInteger.valueOf(factor)).signum() == 0)
                .isPresent();
        keep(new Replication(loop, factor, divides).loop());
    }

    /** A loop whose body holds several iterations. */
    private final class Replication {
        private final Op.For loop;
        private final int factor;
        private final boolean divides;
        private final List<Op> ops = new ArrayList<>();
        private final IntType wide;

        Replication(Op.For loop, int factor, boolean divides) {
            this.loop = loop;
            this.factor = factor;
            this.divides = divides;
            // The counter may pass the bound by as much as one group of iterations.
            int reach = BigInteger.valueOf(loop.step())
                    .multiply(BigInteger.valueOf(factor))
                    .bitLength();
            this.wide = new IntType(Math.max(loop.counter().intType().width(), reach) + 2, true);
        }

        Op.For loop() {
            Value lower = Value.of(wide);
            Unrolling.this.visit(new Op.Compute(lower, Operator.CAST, List.of(loop.lower()), loop.span()));
            Value counter = loop.counter().withType(wide);
            List<Value> parameters = new ArrayList<>();
            parameters.add(counter);
            loop.carried().forEach(value -> parameters.add(value.fresh()));
            List<Value> carried = parameters.subList(1, parameters.size());
            for (int i = 0; i < factor; i++) {
                carried = iteration(counter, i, carried);
            }
            return new Op.For(
                    loop.results(),
                    loop.label(),
                    lower,
                    loop.relation(),
                    loop.bound(),
                    Math.multiplyExact(loop.step(), factor),
                    loop.initial(),
                    new Region(parameters, ops, carried),
                    once(loop.directives()),
                    loop.span());
        }

        private List<Value> iteration(Value first, int index, List<Value> carried) {
            Value offset = Value.of(wide);
            Value here = Value.of(wide);
            ops.add(new Op.Constant(offset, Literal.Int.of(index * loop.step()), loop.span()));
            ops.add(new Op.Compute(here, Operator.ADD, List.of(first, offset), loop.span()));
            if (index == 0 || divides) {
                Region body = body(here, carried);
                ops.addAll(body.ops());
                return body.yields();
            }
            Value runs = Value.of(IntType.BOOL);
            ops.add(new Op.Compute(runs, loop.relation(), List.of(here, loop.bound()), loop.span()));
            List<Value> results = carried.stream().map(Value::fresh).toList();
            Region skipped = new Region(List.of(), List.of(), carried);
            ops.add(new Op.If(results, runs, body(here, carried), skipped, loop.span()));
            return results;
        }

        private Region body(Value here, List<Value> carried) {
            Value counter = loop.counter().fresh();
            List<Value> arguments = new ArrayList<>();
            arguments.add(counter);
            arguments.addAll(carried);
            Region copy = WiderNumber.in(FreshCopy.of(loop.body(), arguments, Map.of()), counter, here);
            List<Op> all = new ArrayList<>();
            all.add(new Op.Compute(counter, Operator.CAST, List.of(here), loop.span()));
            all.addAll(copy.ops());
            return new Region(List.of(), all, copy.yields());
        }

        private LoopDirectives once(LoopDirectives old) {
            LoopDirectives.@Nullable TripCount trips = old.tripCount();
            return old.withUnrollFactor(1)
                    .withTripCount(
                            trips == null
                                    ? null
                                    : new LoopDirectives.TripCount(
                                            groups(trips.min()), groups(trips.max()), groups(trips.typical())));
        }

        private long groups(long trips) {
            return Math.ceilDiv(trips, factor);
        }
    }
}
