package org.gatesmith.hls.range;

import java.math.BigInteger;
import java.util.List;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;

/** Finds the ranges of the values of one function, with given summaries of memories and of the functions that it calls. */
final class FunctionWalk {

    private final Facts facts;
    private final Observations observations;
    private final Summaries summaries;
    private final Memories memories;
    private final Knowledge knowledge;
    private final Refinement refinement;
    private final Evaluation evaluation;
    private final LoopWalk loops;

    FunctionWalk(Function function, Knowledge knowledge, Facts facts, Observations observations, Summaries summaries) {
        this.facts = facts;
        this.observations = observations;
        this.summaries = summaries;
        this.memories = knowledge.memories();
        this.knowledge = knowledge;
        Definitions definitions = knowledge.definitions(function);
        this.refinement = new Refinement(facts, definitions);
        this.evaluation = new Evaluation(facts, definitions, refinement, knowledge.relevance(function));
        Drift drift = new Drift(facts, definitions, observations, evaluation);
        this.loops = new LoopWalk(
                this,
                facts,
                observations,
                refinement,
                evaluation,
                drift,
                knowledge.stops(function),
                knowledge.freeValues(function));
    }

    /** Walks a region and returns what it yields. */
    List<IntRange> walk(Region region) {
        region.ops().forEach(this::walk);
        return region.yields().stream().map(evaluation::here).toList();
    }

    private void walk(Op op) {
        observeOperands(op);
        switch (op) {
            case Op.Constant constant -> define(constant);
            case Op.Compute compute -> define(compute.result(), evaluation.compute(compute));
            case Op.Assume assume ->
                define(
                        assume.result(),
                        facts.get(assume.operand())
                                .meet(IntRange.between(assume.min(), assume.max()))
                                .wrap(assume.result().intType()));
            case Op.AllocArray _, Op.TableRef _, Op.AllocFifo _ -> {}
            case Op.Load load -> define(load.result(), contents(load.memory()));
            case Op.FifoRead read -> define(read.result(), contents(read.fifo()));
            case Op.FifoEmpty empty -> define(empty.result(), IntRange.BOOLEAN);
            case Op.Store store -> write(store, store.memory(), store.value());
            case Op.FifoWrite write -> write(write, write.fifo(), write.value());
            case Op.Call call -> walk(call);
            case Op.If branch -> walk(branch);
            case Op.For _, Op.While _ -> loops.walk(op);
        }
    }

    private void observeOperands(Op op) {
        List<Value> operands = op.operands();
        for (Value operand : operands) {
            if (facts.isRefined(operand)) {
                observations.operands(op, operands.stream().map(facts::get).toList());
                return;
            }
        }
        observations.noOperands(op);
    }

    private void define(Value value, IntRange range) {
        if (value.type() instanceof IntType) {
            facts.define(value, range);
        }
    }

    private void define(Op.Constant constant) {
        if (constant.literal() instanceof Literal.Int number) {
            facts.define(constant.result(), IntRange.constant(number.value()));
        }
    }

    private IntRange contents(Value memory) {
        IntRange all = IntRange.NONE;
        for (Value root : memories.roots(memory)) {
            all = all.join(summaries.contents(root));
        }
        return all;
    }

    private void write(Op op, Value memory, Value value) {
        if (element(memory.type()) instanceof IntType element) {
            observations.write(op, facts.get(value).wrap(element));
        }
    }

    static Type element(Type memory) {
        return switch (memory) {
            case ArrayType array -> array.element();
            case PortType port -> port.element();
            case FifoType fifo -> fifo.element();
            case IntType scalar -> scalar;
            case FloatType scalar -> scalar;
        };
    }

    private void walk(Op.Call call) {
        observations.arguments(call, call.operands().stream().map(facts::get).toList());
        Function callee = knowledge.function(call.callee());
        for (int i = 0; i < call.results().size(); i++) {
            define(call.results().get(i), summaries.result(callee, i));
        }
    }

    private void walk(Op.If branch) {
        IntRange condition = facts.get(branch.condition());
        List<IntRange> first = branchTaken(branch, condition, true);
        List<IntRange> second = branchTaken(branch, condition, false);
        for (int i = 0; i < branch.results().size(); i++) {
            define(branch.results().get(i), first.get(i).join(second.get(i)));
        }
    }

    /** What one side of a branch yields; nothing if it is never taken. */
    private List<IntRange> branchTaken(Op.If branch, IntRange condition, boolean truth) {
        Region region = truth ? branch.thenRegion() : branch.elseRegion();
        if (!condition.contains(BigInteger.valueOf(truth ? 1 : 0))) {
            return region.yields().stream().map(_ -> IntRange.NONE).toList();
        }
        Facts.Mark mark = facts.mark();
        refinement.assume(branch.condition(), truth);
        List<IntRange> yielded = walk(region);
        facts.restore(mark);
        return yielded;
    }
}
